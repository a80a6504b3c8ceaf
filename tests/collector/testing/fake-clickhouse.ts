import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { COLUMNS_BY_TABLE } from './clickhouse-columns.ts';
import { nativeBlock } from './native-block.ts';

export interface FakeClickHouse {
  url: string;
  /** Bodies of the inserts that were answered 200, in the Native format. */
  inserts: Buffer[];
  /** URLs of all requests. */
  urls: string[];
  /** What it does with inserts from now on: take them, refuse them, never answer, or answer nothing at all. */
  answer: 'take' | 'refuse' | 'never' | 'away';
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
    if (clickhouse.answer === 'away') return void request.socket.destroy();
    if (query.startsWith('INSERT')) {
      if (clickhouse.answer === 'never') return;
      if (clickhouse.answer === 'refuse')
        return void response.writeHead(500).end('Code: 241. DB::Exception: no memory');
      clickhouse.inserts.push(body);
      return void response.end();
    }
    if (query.startsWith('DESC')) {
      const columns = Object.entries(COLUMNS_BY_TABLE[/otel_\w+/.exec(query)?.[0] ?? ''] ?? {});
      const rest = ['default_type', 'default_expression', 'comment', 'codec_expression', 'ttl_expression'];
      return void response.end(
        nativeBlock([
          { name: 'name', type: 'String', values: columns.map(([name]) => name) },
          { name: 'type', type: 'String', values: columns.map(([, type]) => type) },
          ...rest.map((name) => ({ name, type: 'String' as const, values: columns.map(() => '') })),
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
