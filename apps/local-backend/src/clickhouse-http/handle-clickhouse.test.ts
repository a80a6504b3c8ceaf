import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@clickhouse/client';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { LocalBackend } from '../start-local-backend.ts';
import { startLocalBackend } from '../start-local-backend.ts';
import { ask, send } from '../test-support/ask.ts';

type Client = ReturnType<typeof createClient>;

/** One for all tests of this file: those that insert look for their own rows. */
let backend: LocalBackend;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chatspan-clickhouse-http-'));
  const passwords = { readerPassword: 'right', writerPassword: 'write' };
  backend = await startLocalBackend({
    dataDir: folder,
    otlpPort: false,
    clickhousePort: 0,
    retentionDays: 20_000,
    ...passwords,
  });
});
afterAll(async () => {
  await backend.close();
  await rm(folder, { recursive: true });
});

function clientOf(user: 'reader' | 'writer', options: object = {}): Client {
  const client = createClient({
    url: backend.clickhouseUrl,
    username: user,
    password: user === 'reader' ? backend.readerPassword : backend.writerPassword,
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
    await expect(client.query({ query: 'SELEKT 1' })).rejects.toMatchObject({
      code: '62',
      type: 'SYNTAX_ERROR',
    });
  });
});

describe('GET', () => {
  test('answers a query with parameters, as the panel of the shop asks', async () => {
    const { status, text, headers } = await send(backend, 'SELECT {session:String} AS session, 1 AS n', {
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
    const statement = "INSERT INTO otel.chat_events (event_name) VALUES ('x')";
    const answer = await send(backend, statement, { method: 'GET', user: 'writer' });
    expect(answer).toMatchObject({ status: 403, text: expect.stringContaining('READONLY') });
  });

  test('a format in the statement counts more than the default one', async () => {
    const { text, headers } = await send(backend, 'SELECT 1 AS n FORMAT JSONEachRow', {
      method: 'GET',
      query: { default_format: 'CSV' },
    });
    expect([text, headers.get('x-clickhouse-format')]).toEqual(['{"n":1}\n', 'JSONEachRow']);
  });
});

describe('who may ask', () => {
  test('anybody may ping, nobody may ask without a password', async () => {
    const { clickhouseUrl } = backend;
    expect(await (await fetch(`${clickhouseUrl}/ping`)).text()).toBe('Ok.\n');
    expect(await (await fetch(`${clickhouseUrl}/`)).text()).toBe('Ok.\n');
    const answer = await fetch(`${clickhouseUrl}/?query=SELECT+1`);
    expect([answer.status, answer.headers.get('x-clickhouse-exception-code')]).toEqual([401, '194']);
    expect(await answer.text()).toBe(
      'Code: 194. DB::Exception: Give the user and the password of `reader` or `writer`. (REQUIRED_PASSWORD)\n',
    );
  });

  test('a wrong password or user gets 403', async () => {
    for (const credentials of ['reader:wrong', 'writer:right', 'default:', ':right', 'reader']) {
      const answer = await fetch(`${backend.clickhouseUrl}/?query=SELECT+1`, {
        headers: { Authorization: `Basic ${btoa(credentials)}` },
      });
      expect
        .soft([answer.status, answer.headers.get('x-clickhouse-exception-code')], credentials)
        .toEqual([403, '516']);
    }
  });

  test('credentials come by headers or parameters, too', async () => {
    const { clickhouseUrl } = backend;
    const headers = { 'X-ClickHouse-User': 'reader', 'X-ClickHouse-Key': 'right' };
    expect((await fetch(`${clickhouseUrl}/?query=SELECT+1`, { headers })).status).toBe(200);
    expect((await fetch(`${clickhouseUrl}/?query=SELECT+1&user=reader&password=right`)).status).toBe(200);
  });

  test('the reader cannot insert, the writer cannot change tables', async () => {
    const insert =
      "INSERT INTO otel.chat_events (event_time, event_name) VALUES ('2026-11-20 10:00:00', 'x')";
    expect(await send(backend, insert)).toMatchObject({
      status: 403,
      text: expect.stringContaining('READONLY'),
    });
    expect(await ask(backend, "SELECT count() AS n FROM otel.chat_events WHERE event_name = 'x'")).toEqual([
      { n: 0 },
    ]);
    expect(await send(backend, insert, { user: 'writer' })).toMatchObject({ status: 200 });
    expect(await ask(backend, "SELECT count() AS n FROM otel.chat_events WHERE event_name = 'x'")).toEqual([
      { n: 1 },
    ]);
    for (const statement of [
      'DROP TABLE otel.chat_events',
      'TRUNCATE TABLE otel.chat_events',
      'CREATE TABLE otel.x (a UInt8) ENGINE = Memory',
      'ALTER TABLE otel.chat_events DELETE WHERE 1',
      "INSERT INTO otel.schema_migrations (name) VALUES ('x')",
      "INSERT INTO default.x VALUES ('x')",
      "INSERT INTO FUNCTION file('/tmp/chatspan-x.csv') VALUES ('x')",
      "INSERT INTO otel.chat_events (event_name) SELECT * FROM file('/etc/passwd', 'LineAsString')",
      "INSERT INTO otel.chat_events (event_name) FROM INFILE '/etc/passwd' FORMAT LineAsString",
      "INSERT INTO otel.chat_events (event_name) SETTINGS max_threads = 1 VALUES ('x')",
    ]) {
      expect.soft(await send(backend, statement, { user: 'writer' }), statement).toMatchObject({
        status: 403,
        text: expect.stringContaining('ACCESS_DENIED'),
      });
    }
    expect(await ask(backend, "SELECT count() AS n FROM otel.chat_events WHERE event_name = 'x'")).toEqual([
      { n: 1 },
    ]);
  });

  test.for([
    "SELECT file('/etc/passwd')",
    "SELECT * FROM file('/etc/passwd', 'LineAsString')",
    "SELECT 1 INTO OUTFILE '/tmp/chatspan-out'",
    "SELECT * FROM url('http://127.0.0.1:1/', 'CSV', 'a String')",
  ])('nobody can run %s', async (statement) => {
    for (const user of ['reader', 'writer'] as const) {
      for (const method of ['GET', 'POST'] as const) {
        expect(await send(backend, statement, { user, method })).toMatchObject({
          status: 403,
          text: expect.stringContaining('ACCESS_DENIED'),
        });
      }
    }
  });
});

describe('limits', () => {
  test('settings that shape an answer can be changed, others cannot', async () => {
    const statement = 'SELECT toUInt64(1) AS n FORMAT JSONEachRow';
    const quoted = { output_format_json_quote_64bit_integers: '1' };
    expect((await send(backend, statement, { query: quoted })).text).toBe('{"n":"1"}\n');
    for (const query of [
      { readonly: '0' },
      { allow_ddl: '1' },
      { max_memory_usage: '0' },
      { session_id: 'a' },
    ]) {
      expect(await send(backend, statement, { query })).toMatchObject({ status: 403 });
    }
    expect(
      (
        await send(backend, "SELECT getSetting('max_execution_time') AS s", {
          query: { max_execution_time: '9' },
        })
      ).text,
    ).toBe('9\n');
    expect(
      (
        await send(backend, "SELECT getSetting('max_execution_time') AS s", {
          query: { max_execution_time: '999' },
        })
      ).text,
    ).toBe('60\n');
  });

  test('compressed blocks of ClickHouse are refused with a hint', async () => {
    expect(await send(backend, 'SELECT 1', { query: { compress: '1' } })).toMatchObject({
      status: 501,
      text: expect.stringContaining("set the client's compression to none or gzip"),
    });
  });

  test('a statement that is too long gets 413', async () => {
    expect(await send(backend, `SELECT '${'x'.repeat(1024 ** 2)}'`)).toMatchObject({
      status: 413,
      text: expect.stringContaining('The body is larger than 1048576 bytes.'),
    });
  });

  test('another path gets 404', async () => {
    const { clickhouseUrl } = backend;
    expect((await fetch(`${clickhouseUrl}/play`)).status).toBe(404);
  });
});
