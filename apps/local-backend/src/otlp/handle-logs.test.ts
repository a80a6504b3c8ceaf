import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { ask } from '../test-support/ask.ts';
import { postLogs } from '../test-support/post-otlp.ts';
import { startTestBackend } from '../test-support/start-test-backend.ts';

const EVENT = {
  timeUnixNano: '1764000000123456789',
  eventName: 'shopping_chat.trigger_clicked',
  traceId: '0af7651916cd43dd8448eb211c80319c',
  spanId: 'b7ad6b7169203331',
  attributes: [
    { key: 'shopping_chat.event.seq', value: { intValue: '1' } },
    { key: 'shopping_chat.session.id', value: { stringValue: 'one' } },
  ],
};
const REQUEST = { resourceLogs: [{ scopeLogs: [{ logRecords: [EVENT] }] }] };
const SUCCESS = { status: 200, body: { partialSuccess: {} } };

test('a log-based event is among the chat events when the answer comes, and three deliveries are one event', async () => {
  const backend = await startTestBackend();
  const gzipped = new Uint8Array(gzipSync(JSON.stringify(REQUEST)));
  expect(await postLogs(backend, REQUEST)).toMatchObject(SUCCESS);
  expect(await postLogs(backend, gzipped, { 'Content-Encoding': 'gzip' })).toMatchObject(SUCCESS);
  expect(await postLogs(backend, REQUEST)).toMatchObject(SUCCESS);
  expect(
    await ask(backend, 'SELECT chat_session_id, seq, event_time, event_name FROM otel.chat_events FINAL'),
  ).toEqual([
    {
      chat_session_id: 'one',
      seq: 1,
      event_time: '2025-11-24 16:00:00.123456789',
      event_name: 'shopping_chat.trigger_clicked',
    },
  ]);
});

test('bad requests get the answers that bad traces get, and nothing is stored', async () => {
  const backend = await startTestBackend({ maxBodyBytes: 10_000 });
  const answers = [
    await postLogs(backend, '{"resourceLogs":'),
    await postLogs(backend, { resourceLogs: 1 }),
    await postLogs(backend, 'x', { 'Content-Type': 'application/x-protobuf' }),
    await postLogs(backend, { resourceLogs: [], filler: 'x'.repeat(10_000) }),
    await postLogs(backend, REQUEST, { Origin: 'https://shop.example' }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([400, 400, 415, 413, 403]);
  expect(answers[1]?.body).toEqual({ code: 3, message: 'resourceLogs is not an array.' });
  const get = await fetch(`${backend.otlpUrl}/v1/logs`);
  expect([get.status, get.headers.get('allow')]).toEqual([405, 'POST, OPTIONS']);
  expect(await ask(backend, 'SELECT count() AS n FROM otel.otel_logs')).toEqual([{ n: 0 }]);
});

test('when too much waits, requests get 503 and a time to come back', async () => {
  const backend = await startTestBackend({ maxWaitingBytes: 1 });
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, seq) =>
      postLogs(backend, {
        resourceLogs: [{ scopeLogs: [{ logRecords: [{ ...EVENT, severityNumber: seq }] }] }],
      }),
    ),
  );
  const refused = answers.filter(({ status }) => status === 503);
  expect(refused.length).toBeGreaterThan(0);
  expect(refused.map(({ headers }) => headers.get('retry-after'))).toEqual(refused.map(() => '1'));
  const stored = answers.length - refused.length;
  expect(await ask(backend, 'SELECT count() AS n FROM otel.otel_logs')).toEqual([{ n: stored }]);
});
