import { afterEach, expect, test, vi } from 'vitest';
import { runQuery } from './run-query.ts';

afterEach(() => void vi.unstubAllGlobals());

function answer(status: number, body: string): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url);
    return new Response(body, { status });
  });
  return asked;
}

const query = (signal = new AbortController().signal) => runQuery('chat-events', { session: 'a&b' }, signal);

test('asks for the query by its name, with its parameters in the URL', async () => {
  const asked = answer(200, '{"rows":[{"s":"a&b"}]}');
  expect(await query()).toEqual([{ s: 'a&b' }]);
  expect(asked).toEqual(['/api/queries/chat-events?session=a%26b']);
});

test('passes on what the server says when ClickHouse is not there', async () => {
  answer(
    502,
    '{"error":"ClickHouse at http://127.0.0.1:8123 cannot be reached (ECONNREFUSED).","whatToDo":"Start it, or wait until it is up."}',
  );
  await expect(query()).rejects.toThrow(
    /^ClickHouse at http:\/\/127\.0\.0\.1:8123 cannot be reached \(ECONNREFUSED\)\. Start it, or wait until it is up\.$/,
  );
});

test('a refused query says why', async () => {
  answer(400, '{"error":"The parameter session is missing.","whatToDo":"Send session=… once."}');
  await expect(query()).rejects.toThrow(/^The parameter session is missing\. Send session=… once\.$/);
});

test('an answer that breaks off or has no rows is an error', async () => {
  answer(200, '{"rows":[{"s":"a"},\nCode: 241. DB::Exception: Memory limit');
  await expect(query()).rejects.toThrow(
    'The shop’s server answered the query chat-events with status 200 and no rows.',
  );
  answer(200, '{"meta":[]}');
  await expect(query()).rejects.toThrow(
    'The shop’s server answered the query chat-events with status 200 and no rows.',
  );
  answer(500, 'null');
  await expect(query()).rejects.toThrow(
    'The shop’s server answered the query chat-events with status 500 and no rows.',
  );
});

test('a server that is gone is a sentence; an aborted read is not', async () => {
  const failure = new TypeError('Failed to fetch');
  vi.stubGlobal('fetch', () => Promise.reject(failure));
  await expect(query()).rejects.toThrow('The shop’s server cannot be reached. Is the demo still running?');
  await expect(query(AbortSignal.abort())).rejects.toBe(failure);
});
