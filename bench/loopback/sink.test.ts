import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Sink } from './sink.ts';
import { startSink } from './sink.ts';

let sink: Sink;
beforeEach(async () => {
  sink = await startSink(0);
});
afterEach(() => sink.close());

const send = (body: string) => fetch(`${sink.url}/v1/traces`, { method: 'POST', body });

test('events are counted once, by run', async () => {
  await send('mkan0k mkan1k');
  await send('mkan1k mkbn7k');
  expect([...sink.arrived('a')]).toEqual([0, 1]);
  expect([...sink.arrived('b')]).toEqual([7]);
});

test('what was answered with an error has not arrived, but its bytes count', async () => {
  sink.answer(503);
  const response = await send('mkan0k');
  expect(response.status).toBe(503);
  expect(sink.arrived('a').size).toBe(0);
  expect(sink.totals()).toEqual({ requests: 1, bytes: 6, preflights: 0 });
});

test('a preflight is allowed whatever it asks for, and counted apart', async () => {
  const headers = { origin: 'http://shop', 'access-control-request-headers': 'content-encoding,x-key' };
  const response = await fetch(`${sink.url}/v1/traces`, { method: 'OPTIONS', headers });
  expect(response.status).toBe(204);
  expect(response.headers.get('access-control-allow-headers')).toBe('content-encoding,x-key');
  expect(sink.totals()).toEqual({ requests: 0, bytes: 0, preflights: 1 });
});
