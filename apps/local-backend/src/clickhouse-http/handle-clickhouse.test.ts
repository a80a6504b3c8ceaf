import { createClient } from '@clickhouse/client';
import { describe, expect, onTestFinished, test } from 'vitest';
import { send } from '../test-support/ask.ts';
import { backendForFile } from '../test-support/backend-for-file.ts';

type Client = ReturnType<typeof createClient>;

const backend = backendForFile();

function clientOf(user: 'reader' | 'writer', options: object = {}): Client {
  const client = createClient({
    url: backend().clickhouseUrl,
    username: user,
    password: user === 'reader' ? backend().readerPassword : backend().writerPassword,
    database: 'otel',
    log: { level: 127 },
    ...options,
  });
  onTestFinished(() => client.close());
  return client;
}

const ROW = {
  event_time: '2026-11-20 10:00:00.123456789',
  event_name: 'shopping_chat.trigger_clicked',
  seq: 1,
};

describe('@clickhouse/client', () => {
  test('pings both ways', async () => {
    const client = clientOf('reader');
    expect(await client.ping()).toEqual({ success: true });
    expect(await client.ping({ select: true })).toEqual({ success: true });
  });

  test.for([false, true])('inserts and reads rows, with compression %s', async (compress) => {
    const writer = clientOf('writer', { compression: { request: compress, response: compress } });
    const trace = `compressed-${compress}`;
    const row = { ...ROW, trace_id: trace };
    await writer.insert({ table: 'chat_events', values: [row, { ...row, seq: 2 }], format: 'JSONEachRow' });
    await writer.insert({
      table: 'chat_events',
      columns: ['event_time', 'seq', 'trace_id'],
      values: [[ROW.event_time, 3, trace]],
      format: 'JSONCompactEachRow',
    });
    const query =
      'SELECT event_time, event_name, seq FROM chat_events FINAL WHERE trace_id = {trace:String} ORDER BY seq';
    const result = await clientOf('reader').query({ query, query_params: { trace }, format: 'JSONEachRow' });
    expect(await result.json()).toEqual([ROW, { ...ROW, seq: 2 }, { ...ROW, event_name: '', seq: 3 }]);
  });

  test('gets JSON with its meta data', async () => {
    const client = clientOf('reader');
    const result = await client.query({ query: "SELECT toUInt64(7) AS n, ['a'] AS list" });
    expect(await result.json()).toMatchObject({
      meta: [
        { name: 'n', type: 'UInt64' },
        { name: 'list', type: 'Array(String)' },
      ],
      data: [{ n: 7, list: ['a'] }],
      rows: 1,
    });
  });

  test('binds parameters of every kind, whatever stands in them', async () => {
    const client = clientOf('reader');
    const text = 'it\'s\ta \\ "b" \n c; DROP TABLE otel.chat_events --';
    const result = await client.query({
      query:
        'SELECT {text:String} AS text, {list:Array(String)} AS list, {n:UInt64} AS n, {b:Bool} AS b, {t:DateTime} AS t',
      query_params: { text, list: [text, 'x'], n: 5, b: true, t: new Date('2026-11-20T10:00:00Z') },
      format: 'JSONEachRow',
    });
    expect(await result.json()).toEqual([
      { text, list: [text, 'x'], n: 5, b: true, t: '2026-11-20 10:00:00' },
    ]);
  });

  test('gets errors with their code and their type', async () => {
    const client = clientOf('reader');
    await expect(client.query({ query: 'SELECT * FROM nowhere' })).rejects.toMatchObject({
      code: '60',
      type: 'UNKNOWN_TABLE',
    });
    await expect(client.query({ query: 'SELECT (1' })).rejects.toMatchObject({
      code: '62',
      type: 'SYNTAX_ERROR',
    });
  });
});

describe('GET', () => {
  test('answers a query with parameters, as the panel of the shop asks', async () => {
    const { status, text, headers } = await send(backend(), 'SELECT {session:String} AS session, 1 AS n', {
      method: 'GET',
      query: { param_session: 'abc', default_format: 'JSON' },
    });
    expect([status, headers.get('content-type'), headers.get('x-clickhouse-format')]).toEqual([
      200,
      'application/json; charset=UTF-8',
      'JSON',
    ]);
    expect(JSON.parse(text)).toMatchObject({ data: [{ session: 'abc', n: 1 }] });
  });

  test('reads only, whoever asks', async () => {
    const statement = 'INSERT INTO otel.chat_events (event_name) FORMAT TSV x';
    const answer = await send(backend(), statement, { method: 'GET', user: 'writer' });
    expect(answer).toMatchObject({ status: 403, text: expect.stringContaining('READONLY') });
  });

  test('a format in the statement counts more than the default one', async () => {
    const { text, headers } = await send(backend(), 'SELECT 1 AS n FORMAT JSONEachRow', {
      method: 'GET',
      query: { default_format: 'CSV' },
    });
    expect([text, headers.get('x-clickhouse-format')]).toEqual(['{"n":1}\n', 'JSONEachRow']);
  });
});

describe('limits', () => {
  test('settings that shape an answer can be changed, others cannot', async () => {
    const statement = 'SELECT toUInt64(1) AS n FORMAT JSONEachRow';
    const quoted = { output_format_json_quote_64bit_integers: '1' };
    expect((await send(backend(), statement, { query: quoted })).text).toBe('{"n":"1"}\n');
    for (const query of [
      { readonly: '0' },
      { allow_ddl: '1' },
      { max_memory_usage: '0' },
      { session_id: 'a' },
    ]) {
      expect(await send(backend(), statement, { query })).toMatchObject({ status: 403 });
    }
    expect(
      (
        await send(backend(), "SELECT getSetting('max_execution_time') AS s", {
          query: { max_execution_time: '9' },
        })
      ).text,
    ).toBe('9\n');
    expect(
      (
        await send(backend(), "SELECT getSetting('max_execution_time') AS s", {
          query: { max_execution_time: '999' },
        })
      ).text,
    ).toBe('60\n');
  });

  test('compressed blocks of ClickHouse are refused with a hint', async () => {
    expect(await send(backend(), 'SELECT 1', { query: { compress: '1' } })).toMatchObject({
      status: 501,
      text: expect.stringContaining("set the client's compression to none or gzip"),
    });
  });

  test('a statement that is too long gets 413', async () => {
    expect(await send(backend(), `SELECT '${'x'.repeat(1024 ** 2)}'`)).toMatchObject({
      status: 413,
      text: expect.stringContaining('The body is larger than 1048576 bytes.'),
    });
  });

  test('another path gets 404', async () => {
    const { clickhouseUrl } = backend();
    expect((await fetch(`${clickhouseUrl}/play`)).status).toBe(404);
  });
});
