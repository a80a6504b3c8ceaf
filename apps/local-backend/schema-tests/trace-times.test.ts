import { expect, test } from 'vitest';
import { ask, send } from '../src/test-support/ask.ts';
import { startTestBackend } from '../src/test-support/start-test-backend.ts';

test('the inserts of one trace become one row with its first and last span start', async () => {
  const backend = await startTestBackend();
  const write = async (statement: string): Promise<void> => {
    expect(await send(backend, statement, { user: 'writer' })).toMatchObject({ status: 200 });
  };
  for (const [spanId, time] of [
    ['second', '2026-11-20 10:00:05'],
    ['first', '2026-11-20 10:00:00'],
    ['third', '2026-11-20 10:00:31'],
  ]) {
    await write(
      `INSERT INTO otel.otel_traces FORMAT JSONEachRow {"TraceId":"t","SpanId":"${spanId}","Timestamp":"${time}"}`,
    );
  }
  expect(await ask(backend, 'SELECT TraceId, Start, End FROM otel.otel_traces_trace_id_ts FINAL')).toEqual([
    { TraceId: 't', Start: '2026-11-20 10:00:00', End: '2026-11-20 10:00:31' },
  ]);
});
