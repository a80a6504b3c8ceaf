import { holdUnfinishedPost } from '@chatspan/loopback-server/testing/raw-connection';
import { expect, onTestFinished, test } from 'vitest';
import type { LocalBackend } from './start-local-backend.ts';
import { ask, send } from './test-support/ask.ts';
import { postTraces } from './test-support/post-otlp.ts';
import { startTestBackend, temporaryFolder } from './test-support/start-test-backend.ts';

const SPAN = {
  traceId: '0af7651916cd43dd8448eb211c80319c',
  spanId: 'b7ad6b7169203331',
  startTimeUnixNano: '1764000000000000000',
};

/** Takes hours. */
const ENDLESS = 'SELECT sum(cityHash64(number)) FROM numbers(1e12)';

/** Asks for it, and resolves when the engine works on it. */
async function askEndless(
  backend: LocalBackend,
  signal?: AbortSignal,
): Promise<{ answer: Promise<unknown> }> {
  const answer = send(backend, ENDLESS, signal ? { signal } : {}).catch((error: Error) => error.message);
  const others = "SELECT count() AS n FROM system.processes WHERE query NOT LIKE '%system.processes%'";
  await expect.poll(() => ask(backend, others)).toEqual([{ n: 1 }]);
  return { answer };
}

async function millisToClose(backend: LocalBackend): Promise<number> {
  const began = performance.now();
  await backend.close();
  return performance.now() - began;
}

test('unfinished requests are closed at once, and what was acknowledged is there after a restart', async () => {
  const dataDir = await temporaryFolder();
  const backend = await startTestBackend({ dataDir });
  expect((await postTraces(backend, { resourceSpans: [{ scopeSpans: [{ spans: [SPAN] }] }] })).status).toBe(
    200,
  );
  const insert = `/?user=writer&password=${backend.writerPassword}&query=INSERT+INTO+otel.chat_events+FORMAT+JSONEachRow`;
  const held = await Promise.all([
    holdUnfinishedPost(backend.otlpUrl, '/v1/traces'),
    holdUnfinishedPost(backend.clickhouseUrl, insert),
    holdUnfinishedPost(backend.clickhouseUrl, '/'),
  ]);
  expect(await millisToClose(backend)).toBeLessThan(2_000);
  await Promise.all(held.map(({ closed }) => closed));

  const again = await startTestBackend({ dataDir });
  expect(await ask(again, 'SELECT count() AS n FROM otel.otel_traces')).toEqual([{ n: 1 }]);
});

test('a query without an end is cancelled after the time for requests in flight', async () => {
  const lines: string[] = [];
  const backend = await startTestBackend({ onProgress: (line) => lines.push(line) });
  const { answer } = await askEndless(backend);
  const millis = await millisToClose(backend);
  expect(millis).toBeGreaterThan(2_900);
  expect(millis).toBeLessThan(6_000);
  expect(await answer).toBe('fetch failed');
  expect(lines.at(-1)).toBe('Waiting up to 3 s for 1 request: POST /');
});

test('queries of clients that have gone are cancelled at once, those that wait for a turn, too', async () => {
  const leaving = new AbortController();
  onTestFinished(() => leaving.abort());
  const backend = await startTestBackend();
  const { answer } = await askEndless(backend, leaving.signal);
  const waiting = Array.from({ length: 20 }, () =>
    send(backend, ENDLESS, { signal: leaving.signal }).catch((error: Error) => error.message),
  );
  await fetch(`${backend.clickhouseUrl}/ping`);
  leaving.abort();
  await Promise.all([answer, ...waiting]);
  expect(await millisToClose(backend)).toBeLessThan(3_000);
});
