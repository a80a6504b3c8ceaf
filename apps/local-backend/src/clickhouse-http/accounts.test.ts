import { expect, test } from 'vitest';
import { ask, send } from '../test-support/ask.ts';
import { backendForFile } from '../test-support/backend-for-file.ts';

const backend = backendForFile();

test('anybody may ping, nobody may ask without a password', async () => {
  const { clickhouseUrl } = backend();
  expect(await (await fetch(`${clickhouseUrl}/ping`)).text()).toBe('Ok.\n');
  expect(await (await fetch(`${clickhouseUrl}/`)).text()).toBe('Ok.\n');
  const answer = await fetch(`${clickhouseUrl}/?query=SELECT+1`);
  expect([answer.status, answer.headers.get('x-clickhouse-exception-code')]).toEqual([401, '194']);
  expect(await answer.text()).toBe(
    'Code: 194. DB::Exception: Give the user and the password of `reader` or `writer`. (REQUIRED_PASSWORD)\n',
  );
});

test('a wrong password or user gets 403', async () => {
  for (const credentials of ['reader:write', 'writer:read', 'default:', ':read', 'reader']) {
    const answer = await fetch(`${backend().clickhouseUrl}/?query=SELECT+1`, {
      headers: { Authorization: `Basic ${btoa(credentials)}` },
    });
    expect
      .soft([answer.status, answer.headers.get('x-clickhouse-exception-code')], credentials)
      .toEqual([403, '516']);
  }
});

test('credentials come by headers or parameters, too', async () => {
  const { clickhouseUrl } = backend();
  const headers = { 'X-ClickHouse-User': 'reader', 'X-ClickHouse-Key': 'read' };
  expect((await fetch(`${clickhouseUrl}/?query=SELECT+1`, { headers })).status).toBe(200);
  expect((await fetch(`${clickhouseUrl}/?query=SELECT+1&user=reader&password=read`)).status).toBe(200);
});

test('the reader cannot insert, the writer cannot change tables', async () => {
  const row = JSON.stringify({ event_time: '2026-11-20 10:00:00', event_name: 'x' });
  const insert = `INSERT INTO otel.chat_events FORMAT JSONEachRow ${row}`;
  expect(await send(backend(), insert)).toMatchObject({
    status: 403,
    text: expect.stringContaining('READONLY'),
  });
  expect(await ask(backend(), "SELECT count() AS n FROM otel.chat_events WHERE event_name = 'x'")).toEqual([
    { n: 0 },
  ]);
  expect(await send(backend(), insert, { user: 'writer' })).toMatchObject({ status: 200 });
  expect(await ask(backend(), "SELECT count() AS n FROM otel.chat_events WHERE event_name = 'x'")).toEqual([
    { n: 1 },
  ]);
  for (const statement of [
    'DROP TABLE otel.chat_events',
    'TRUNCATE TABLE otel.chat_events',
    'CREATE TABLE otel.x (a UInt8) ENGINE = Memory',
    'ALTER TABLE otel.chat_events DELETE WHERE 1',
    "INSERT INTO otel.chat_events (event_name) VALUES ('x')",
    'INSERT INTO otel.schema_migrations (name) FORMAT TSV\nx',
    'INSERT INTO default.x FORMAT TSV\nx',
    'INSERT INTO otel.chat_events (event_name) FORMAT Template\nx',
    "INSERT INTO FUNCTION file('/tmp/chatspan-x.csv') VALUES ('x')",
    "INSERT INTO otel.chat_events (event_name) SELECT * FROM file('/etc/passwd', 'LineAsString')",
    "INSERT INTO otel.chat_events (event_name) FROM INFILE '/etc/passwd' FORMAT LineAsString",
    "INSERT INTO otel.chat_events (event_name) SETTINGS max_threads = 1 VALUES ('x')",
  ]) {
    expect.soft(await send(backend(), statement, { user: 'writer' }), statement).toMatchObject({
      status: 403,
      text: expect.stringContaining('ACCESS_DENIED'),
    });
  }
  expect(await ask(backend(), "SELECT count() AS n FROM otel.chat_events WHERE event_name = 'x'")).toEqual([
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
      expect(await send(backend(), statement, { user, method })).toMatchObject({
        status: 403,
        text: expect.stringContaining('ACCESS_DENIED'),
      });
    }
  }
});
