import { afterEach, expect, test, vi } from 'vitest';
import { queryClickhouse } from './query-clickhouse.ts';

afterEach(() => void vi.unstubAllGlobals());

function answer(status: number, body: string): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url);
    return new Response(body, { status });
  });
  return asked;
}

const query = (signal = new AbortController().signal) =>
  queryClickhouse('SELECT {session:String} AS s', { session: 'a&b' }, signal);

test('the query, its parameters and the format are asked for in the URL', async () => {
  const asked = answer(200, '{"data":[{"s":"a&b"}]}');
  expect(await query()).toEqual([{ s: 'a&b' }]);
  expect(asked).toEqual([
    '/clickhouse/?query=SELECT+%7Bsession%3AString%7D+AS+s&default_format=JSON&param_session=a%26b',
  ]);
});

test('the proxy’s sentence is passed on when ClickHouse is not there', async () => {
  answer(
    502,
    'ClickHouse at http://127.0.0.1:8123 cannot be reached (ECONNREFUSED). Is the local back end running?\n',
  );
  await expect(query()).rejects.toThrow(
    /^ClickHouse at http:\/\/127\.0\.0\.1:8123 cannot be reached \(ECONNREFUSED\)\. Is the local back end running\?$/,
  );
});

test('a refused query says why', async () => {
  answer(404, 'Code: 60. DB::Exception: Unknown table otel.chat_events\nmore');
  await expect(query()).rejects.toThrow(
    /^ClickHouse refused the query \(status 404\): Code: 60\. DB::Exception: Unknown table otel\.chat_events$/,
  );
});

test('an answer that breaks off or has no rows is an error', async () => {
  answer(200, '{"data":[{"s":"a"},\nCode: 241. DB::Exception: Memory limit');
  await expect(query()).rejects.toThrow('ClickHouse broke off its answer');
  answer(200, '{"meta":[]}');
  await expect(query()).rejects.toThrow('ClickHouse answered without rows: its JSON has no "data".');
});

test('a server that is gone is a sentence; an aborted read is not', async () => {
  const failure = new TypeError('Failed to fetch');
  vi.stubGlobal('fetch', () => Promise.reject(failure));
  await expect(query()).rejects.toThrow('The shop’s server cannot be reached. Is the demo still running?');
  await expect(query(AbortSignal.abort())).rejects.toBe(failure);
});
