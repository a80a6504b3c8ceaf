import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { LocalBackend } from '../start-local-backend.ts';
import { ask } from '../test-support/ask.ts';
import { startTestBackend } from '../test-support/start-test-backend.ts';

/** What clickhouse-go 2.47 adds to each request of the Collector's exporter. */
const GO_PARAMETERS =
  'async_insert=0&client_protocol_version=54460&database=otel&default_format=Native&max_execution_time=9';

async function post(
  backend: LocalBackend,
  parameters: string,
  body: string | Buffer,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: Buffer }> {
  const response = await fetch(`${backend.clickhouseUrl}/?${GO_PARAMETERS}${parameters}`, {
    method: 'POST',
    headers: { Authorization: `Basic ${btoa(`writer:${backend.writerPassword}`)}`, ...headers },
    body: new Uint8Array(Buffer.from(body)),
  });
  return { status: response.status, body: Buffer.from(await response.arrayBuffer()) };
}

function text(value: string): Buffer {
  const bytes = Buffer.from(value);
  return Buffer.concat([Buffer.from([bytes.length]), bytes]);
}

function uint64(...values: (number | bigint)[]): Buffer {
  const buffer = Buffer.alloc(8 * values.length);
  for (const [index, value] of values.entries()) buffer.writeBigUInt64LE(BigInt(value), index * 8);
  return buffer;
}

const BLOCK_INFO = Buffer.from([1, 0, 2, 255, 255, 255, 255, 0]);
const NO_CUSTOM_SERIALIZATION = Buffer.from([0]);

test('the hello of clickhouse-go is answered in the framing of its protocol version', async () => {
  const backend = await startTestBackend();
  const answer = await post(backend, '', 'SELECT displayName(), version(), revision(), timezone()');
  const [row] = await ask(
    backend,
    'SELECT displayName() AS name, version() AS version, revision() AS revision',
  );
  const { name, version, revision } = row as { name: string; version: string; revision: number };
  const revisionBytes = Buffer.alloc(4);
  revisionBytes.writeUInt32LE(revision);
  const column = (title: string, type: string, value: Buffer): Buffer =>
    Buffer.concat([text(title), text(type), NO_CUSTOM_SERIALIZATION, value]);
  expect(answer.status).toBe(200);
  expect(answer.body.toString('hex')).toBe(
    Buffer.concat([
      BLOCK_INFO,
      Buffer.from([4, 1]),
      column('displayName()', 'String', text(name)),
      column('version()', 'String', text(version)),
      column('revision()', 'UInt32', revisionBytes),
      column('timezone()', 'String', text('UTC')),
    ]).toString('hex'),
  );
});

test('DESCRIBE TABLE, which the exporter asks before each batch, gives seven columns of strings', async () => {
  const backend = await startTestBackend();
  const { status, body } = await post(backend, '', 'DESCRIBE TABLE "otel"."otel_traces"');
  expect(status).toBe(200);
  // 22 columns of the table are 22 rows.
  expect([...body.subarray(8, 10)]).toEqual([7, 22]);
  const firstColumn = Buffer.concat([
    text('name'),
    text('String'),
    NO_CUSTOM_SERIALIZATION,
    text('Timestamp'),
    text('TraceId'),
  ]);
  expect(body.subarray(10, 10 + firstColumn.length).toString('hex')).toBe(firstColumn.toString('hex'));
  for (const part of ['Array(Map(LowCardinality(String), String))', 'Events.Attributes', 'ttl_expression']) {
    expect(body.includes(text(part))).toBe(true);
  }
});

test('a column type that the front does not write in Native is a clear error', async () => {
  const backend = await startTestBackend();
  const answer = await post(backend, '', "SELECT ['a'] AS list");
  expect([answer.status, answer.body.toString()]).toEqual([
    501,
    'Code: 48. DB::Exception: Column list has type Array(String), which this front does not write in the Native format: ask for another FORMAT. (NOT_IMPLEMENTED)\n',
  ]);
});

/** One column of a block of revision 0, as clickhouse-go sends it. */
function nativeColumn(name: string, type: string, data: Buffer): Buffer {
  return Buffer.concat([text(name), text(type), data]);
}

/** LowCardinality(String): version, then flags, dictionary (its first entry is the default), one-byte indexes. */
const LOW_CARDINALITY_VERSION = uint64(1);
function lowCardinality(values: readonly string[]): Buffer {
  const dictionary = ['', ...new Set(values)];
  const indexes = Buffer.from(values.map((value) => dictionary.indexOf(value, 1)));
  return Buffer.concat([
    uint64(0x600),
    uint64(dictionary.length),
    ...dictionary.map(text),
    uint64(values.length),
    indexes,
  ]);
}

function map(entries: readonly (readonly [string, string])[]): Buffer {
  return Buffer.concat([
    uint64(entries.length),
    lowCardinality(entries.map(([key]) => key)),
    ...entries.map(([, value]) => text(value)),
  ]);
}

const EVENT = [
  ['shopping_chat.action', 'trigger_clicked'],
  ['shopping_chat.event.seq', '1'],
  ['shopping_chat.trigger.product_ids', '["431374","531284"]'],
] as const;

/** One span with one event. */
const BLOCK = Buffer.concat([
  Buffer.from([8, 1]),
  nativeColumn('Timestamp', 'DateTime64(9)', uint64(1764000000123456789n)),
  nativeColumn('TraceId', 'String', text('0af7651916cd43dd8448eb211c80319c')),
  nativeColumn('SpanId', 'String', text('b7ad6b7169203331')),
  nativeColumn(
    'SpanName',
    'LowCardinality(String)',
    Buffer.concat([LOW_CARDINALITY_VERSION, lowCardinality(['shopping_chat.activity'])]),
  ),
  nativeColumn(
    'SpanAttributes',
    'Map(LowCardinality(String), String)',
    Buffer.concat([LOW_CARDINALITY_VERSION, map([['shopping_chat.session.id', 's1']])]),
  ),
  nativeColumn(
    'Events.Timestamp',
    'Array(DateTime64(9))',
    Buffer.concat([uint64(1), uint64(1764000000223456789n)]),
  ),
  nativeColumn(
    'Events.Name',
    'Array(LowCardinality(String))',
    Buffer.concat([LOW_CARDINALITY_VERSION, uint64(1), lowCardinality(['shopping_chat.trigger_clicked'])]),
  ),
  nativeColumn(
    'Events.Attributes',
    'Array(Map(LowCardinality(String), String))',
    Buffer.concat([LOW_CARDINALITY_VERSION, uint64(1), map(EVENT)]),
  ),
]);

/** As the exporter writes it: quoted, over several lines. */
const INSERT = `&query=${encodeURIComponent(
  'INSERT INTO "otel"."otel_traces" (\n    Timestamp,\n    TraceId,\n    SpanId,\n    SpanName,\n    SpanAttributes,\n' +
    '    Events.Timestamp,\n    Events.Name,\n    Events.Attributes\n) FORMAT Native',
)}`;

const EVENTS = `SELECT event_time, event_name, seq, trace_id, chat_session_id, trigger_product_ids FROM otel.chat_events FINAL`;
const EXPECTED = [
  {
    event_time: '2025-11-24 16:00:00.223456789',
    event_name: 'shopping_chat.trigger_clicked',
    seq: 1,
    trace_id: '0af7651916cd43dd8448eb211c80319c',
    chat_session_id: 's1',
    trigger_product_ids: ['431374', '531284'],
  },
];

test('a Native block becomes a span and its events, plain or gzipped, also when it comes again', async () => {
  const backend = await startTestBackend();
  const octets = { 'Content-Type': 'application/octet-stream' };
  expect(await post(backend, INSERT, BLOCK, octets)).toEqual({ status: 200, body: Buffer.alloc(0) });
  expect(await ask(backend, EVENTS)).toEqual(EXPECTED);
  expect(
    (await post(backend, INSERT, gzipSync(BLOCK), { ...octets, 'Content-Encoding': 'gzip' })).status,
  ).toBe(200);
  expect((await post(backend, INSERT, BLOCK, octets)).status).toBe(200);
  expect(await ask(backend, EVENTS)).toEqual(EXPECTED);
  expect(await ask(backend, 'SELECT count() AS n FROM otel.otel_traces FINAL')).toEqual([{ n: 1 }]);
});

test('a broken block is an error, and nothing of it is stored', async () => {
  const backend = await startTestBackend();
  const answer = await post(backend, INSERT, BLOCK.subarray(0, BLOCK.length - 10));
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.body.toString()).toMatch(/^Code: \d+\. DB::Exception: /);
  expect(await ask(backend, 'SELECT count() AS n FROM otel.otel_traces')).toEqual([{ n: 0 }]);
});

test('an insert without data does nothing', async () => {
  const backend = await startTestBackend();
  expect((await post(backend, INSERT, '')).status).toBe(200);
});
