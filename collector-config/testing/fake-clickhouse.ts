import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { nativeBlock } from './native-block.ts';

/** The columns that clickhouseexporter v0.161 inserts (internal/sqltemplates/traces_insert.sql). */
const NAME = 'LowCardinality(String)';
const MAP = 'Map(LowCardinality(String), String)';
const COLUMNS = Object.entries({
  Timestamp: 'DateTime64(9)',
  TraceId: 'String',
  SpanId: 'String',
  ParentSpanId: 'String',
  TraceState: 'String',
  SpanName: NAME,
  SpanKind: NAME,
  ServiceName: NAME,
  ResourceAttributes: MAP,
  ScopeName: 'String',
  ScopeVersion: 'String',
  SpanAttributes: MAP,
  Duration: 'UInt64',
  StatusCode: NAME,
  StatusMessage: 'String',
  'Events.Timestamp': 'Array(DateTime64(9))',
  'Events.Name': `Array(${NAME})`,
  'Events.Attributes': `Array(${MAP})`,
  'Links.TraceId': 'Array(String)',
  'Links.SpanId': 'Array(String)',
  'Links.TraceState': 'Array(String)',
  'Links.Attributes': `Array(${MAP})`,
});

export interface FakeClickHouse {
  url: string;
  /** Bodies of the inserts that were answered 200, in the Native format. */
  inserts: Buffer[];
  /** URLs of all requests. */
  urls: string[];
  /** What it does with inserts from now on: take them, refuse them, or never answer. */
  answer: 'take' | 'refuse' | 'never';
  /** How often a text occurs in the inserts: Native holds strings as they are. */
  count(text: string): number;
  close(): Promise<void>;
}

/** As much of ClickHouse's HTTP interface as clickhouseexporter asks for. */
export async function startFakeClickHouse(
  answer: FakeClickHouse['answer'] = 'take',
): Promise<FakeClickHouse> {
  const server = createServer(async (request, response) => {
    const raw = await buffer(request);
    const body = request.headers['content-encoding'] === 'gzip' ? gunzipSync(raw) : raw;
    const query = new URL(request.url ?? '', 'http://localhost').searchParams.get('query') ?? body.toString();
    clickhouse.urls.push(request.url ?? '');
    if (query.startsWith('INSERT')) {
      if (clickhouse.answer === 'never') return;
      if (clickhouse.answer === 'refuse')
        return void response.writeHead(500).end('Code: 241. DB::Exception: no memory');
      clickhouse.inserts.push(body);
      return void response.end();
    }
    if (query.startsWith('DESCRIBE')) {
      const rest = ['default_type', 'default_expression', 'comment', 'codec_expression', 'ttl_expression'];
      return void response.end(
        nativeBlock([
          { name: 'name', type: 'String', values: COLUMNS.map(([name]) => name) },
          { name: 'type', type: 'String', values: COLUMNS.map(([, type]) => type) },
          ...rest.map((name) => ({ name, type: 'String' as const, values: COLUMNS.map(() => '') })),
        ]),
      );
    }
    response.end(
      nativeBlock([
        { name: 'displayName()', type: 'String', values: ['fake'] },
        { name: 'version()', type: 'String', values: ['26.7.2.1'] },
        { name: 'revision()', type: 'UInt32', values: [54513] },
        { name: 'timezone()', type: 'String', values: ['UTC'] },
      ]),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const clickhouse: FakeClickHouse = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    inserts: [],
    urls: [],
    answer,
    count: (text) =>
      clickhouse.inserts.reduce((sum, body) => sum + body.toString('latin1').split(text).length - 1, 0),
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
  return clickhouse;
}
