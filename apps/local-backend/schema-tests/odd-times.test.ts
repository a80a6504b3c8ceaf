import { expect, test } from 'vitest';
import { ask, send } from '../src/test-support/ask.ts';
import { startTestBackend } from '../src/test-support/start-test-backend.ts';

const YEAR_2262 = '9223372036854775807';
const YEAR_1677 = '-9223372036854775808';

/** A turn as the Collector's exporter inserts it. Times and durations can be any 64 bits. */
const turn = (spanId: string, start: string, duration: string) =>
  `{"Timestamp":${start},"SpanId":"${spanId}","SpanName":"shopping_chat.turn","Duration":${duration}}`;

test('no odd time makes an insert fail, because the Collector would retry its batch forever', async () => {
  const backend = await startTestBackend();
  const rows = [
    turn('ends after 2262', '1764000000000000000', '7459372036854775808'),
    turn('ends in 2262', '1764000000000000000', '7459372036854775807'),
    turn('begins in 2262', YEAR_2262, '1'),
    turn('begins in 1677', YEAR_1677, '1'),
    turn('begins in 1677, ends before', YEAR_1677, '18446744073709551615'),
    turn('ends before it begins', '1764000000000000000', '18446744073709551615'),
  ];
  for (const row of rows) {
    const insert = `INSERT INTO otel.otel_traces FORMAT JSONEachRow ${row}`;
    expect(await send(backend, insert, { user: 'writer' })).toMatchObject({ status: 200 });
  }
  // Rows from other centuries have expired and may be gone.
  const lengths = await ask(
    backend,
    `SELECT span_id, toString(toUnixTimestamp64Nano(end_time) - toUnixTimestamp64Nano(start_time)) AS length
      FROM otel.chat_turns WHERE toYear(start_time) = 2025`,
  );
  expect(Object.fromEntries(lengths.map(({ span_id, length }) => [span_id, length]))).toEqual({
    'ends after 2262': '0',
    'ends in 2262': '7459372036854775807',
    'ends before it begins': '0',
  });
});
