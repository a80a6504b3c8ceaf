import { expect, test } from 'vitest';
import { behave, freshName, ONE_ATTEMPT, openOutbox, trafficOf } from '../../test/browser-outbox.ts';

test('a rejected batch is halved down to the bad span', async () => {
  const name = freshName();
  await behave(name, { rejectSpan: 'c' });
  const { exporter, drops, record } = openOutbox(name);
  await record('a', 'b', 'c', 'd');
  await exporter.forceFlush();
  expect(await trafficOf(name)).toEqual([
    [400, 'a', 'b', 'c', 'd'],
    [200, 'a', 'b'],
    [400, 'c', 'd'],
    [400, 'c'],
    [200, 'd'],
  ]);
  expect(drops).toEqual([{ reason: 'rejected', spans: 1, detail: 'status 400: cannot take c' }]);
  expect(exporter.stats()).toMatchObject({ sent: 3, pendingBatches: 0 });
});

test('a batch that is too large for the receiver is halved until it fits', async () => {
  const name = freshName();
  await behave(name, { maxBytes: 1_500 });
  const { exporter, record } = openOutbox(name);
  await record('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
  await exporter.forceFlush();
  const taken = (await trafficOf(name)).flatMap(([status, ...spans]) => (status === 200 ? spans : []));
  expect(taken).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']);
  expect(exporter.stats()).toMatchObject({ sent: 8, dropped: {} });
});

test('a receiver that rejects everything is not sent each span at once', async () => {
  const name = freshName();
  await behave(name, { answers: [{ status: 400 }] });
  const { exporter, record } = openOutbox(name, ONE_ATTEMPT);
  await record(...Array.from({ length: 64 }, (_, index) => `s${index}`));
  await exporter.forceFlush();
  expect(exporter.stats().requests).toBe(11);
});
