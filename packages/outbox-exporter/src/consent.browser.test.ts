import { expect, test } from 'vitest';
import { behave, freshName, ONE_ATTEMPT, openOutbox, trafficOf } from '../test/browser-outbox.ts';
import { leaveInLocalStorage, leftBatch } from '../test/left-batch.ts';
import { BatchStore } from './storage/batch-store.ts';

const keysOf = (name: string) => Object.keys(localStorage).filter((key) => key.startsWith(name));

test('batches that earlier pages stored are removed and not sent when consent is withdrawn on this page', async () => {
  const name = freshName();
  await behave(name, { answers: [{ status: 503 }] });
  const earlier = openOutbox(name, ONE_ATTEMPT);
  await earlier.record('a');
  await earlier.exporter.shutdown();
  leaveInLocalStorage(name, leftBatch('b'));
  localStorage.setItem(`${name}:sent/gone.b`, `${Date.now()}`);
  await behave(name, {});
  const { exporter } = openOutbox(name);
  await exporter.clear();
  expect(await new BatchStore(name).ids()).toEqual([]);
  expect(keysOf(name)).toEqual([]);
  const next = openOutbox(name);
  await next.exporter.forceFlush();
  expect(next.exporter.stats()).toMatchObject({ sent: 0, pendingBatches: 0, dropped: {} });
  expect(await trafficOf(name)).toEqual([[503, 'a']]);
});
