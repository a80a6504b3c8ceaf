import { expect, test } from 'vitest';
import { behave, freshName, ONE_ATTEMPT, openOutbox, requestsOf } from '../../test/browser-outbox.ts';
import { leaveInLocalStorage, leftBatch } from '../../test/left-batch.ts';
import { BatchStore } from '../storage/batch-store.ts';
import { UnansweredNotes } from '../storage/unanswered-notes.ts';

/** Span names of acknowledged requests, and whether these were marked. */
async function taken(name: string): Promise<[isMarked: boolean, ...spans: string[]][]> {
  return (await requestsOf(name))
    .filter(({ status }) => status === 200)
    .map(({ isPossibleRepeat, spans }) => [isPossibleRepeat, ...spans]);
}

const notesOf = (name: string) => Object.keys(localStorage).filter((key) => key.startsWith(`${name}:sent/`));

async function leaveUnanswered(name: string, span: string, spans = 1): Promise<void> {
  const batch = leftBatch(span);
  await new BatchStore(name).put([{ ...batch, spans }]);
  new UnansweredNotes(name).add(batch.id);
}

test('a batch that was never sent is replayed without a mark', async () => {
  const name = freshName();
  await new BatchStore(name).put([leftBatch('a')]);
  const { exporter } = openOutbox(name);
  await expect.poll(() => exporter.stats().sent).toBe(1);
  expect(await taken(name)).toEqual([[false, 'a']]);
});

test('a batch that the page saw fail is replayed without a mark', async () => {
  const name = freshName();
  await behave(name, { answers: [{ status: 503 }] });
  const first = openOutbox(name, ONE_ATTEMPT);
  await first.record('a');
  await first.exporter.shutdown();
  await behave(name, {});
  const next = openOutbox(name);
  await expect.poll(() => next.exporter.stats().sent).toBe(1);
  expect(await taken(name)).toEqual([[false, 'a']]);
});

test('a batch without a response is replayed with a mark, from either storage', async () => {
  const name = freshName();
  await leaveUnanswered(name, 'a');
  leaveInLocalStorage(name, leftBatch('b'));
  new UnansweredNotes(name).add('gone.b');
  const { exporter } = openOutbox(name);
  await expect.poll(() => exporter.stats().sent).toBe(2);
  expect((await taken(name)).sort()).toEqual([
    [true, 'a'],
    [true, 'b'],
  ]);
  await exporter.forceFlush();
  expect(notesOf(name)).toEqual([]);
});

test('the mark stays when the replay fails and a third page sends the batch', async () => {
  const name = freshName();
  await leaveUnanswered(name, 'a');
  await behave(name, { answers: [{ status: 503 }] });
  const second = openOutbox(name, ONE_ATTEMPT);
  await expect.poll(() => second.exporter.stats().failedRequests).toBe(1);
  await second.exporter.shutdown();
  await behave(name, {});
  const third = openOutbox(name);
  await expect.poll(() => third.exporter.stats().sent).toBe(1);
  expect(await taken(name)).toEqual([[true, 'a']]);
});

test('the halves of a marked batch are marked, by the next page, too', async () => {
  const name = freshName();
  await behave(name, { answers: [{ status: 503 }] });
  const first = openOutbox(name, ONE_ATTEMPT);
  await first.record('a', 'b', 'c', 'd');
  await first.exporter.shutdown();
  const [id = ''] = await new BatchStore(name).ids();
  new UnansweredNotes(name).add(id);
  await behave(name, { answers: [{ status: 413 }, { status: 200 }, { status: 503 }] });
  const second = openOutbox(name, ONE_ATTEMPT);
  await expect.poll(() => second.exporter.stats()).toMatchObject({ sent: 2, failures: { 413: 1, 503: 1 } });
  await second.exporter.shutdown();
  await behave(name, {});
  const third = openOutbox(name);
  await expect.poll(() => third.exporter.stats().sent).toBe(2);
  expect(await taken(name)).toEqual([
    [true, 'a', 'b'],
    [true, 'c', 'd'],
  ]);
});

test('with replayUnconfirmed false such batches are dropped as unconfirmed, and the others are sent', async () => {
  const name = freshName();
  await leaveUnanswered(name, 'a');
  leaveInLocalStorage(name, leftBatch('b'));
  new UnansweredNotes(name).add('gone.b');
  await new BatchStore(name).put([leftBatch('c')]);
  const { exporter, drops } = openOutbox(name, { replayUnconfirmed: false });
  await expect.poll(() => exporter.stats()).toMatchObject({ sent: 1, dropped: { unconfirmed: 2 } });
  await exporter.forceFlush();
  expect(drops).toEqual([
    { reason: 'unconfirmed', spans: 1 },
    { reason: 'unconfirmed', spans: 1 },
  ]);
  expect(await taken(name)).toEqual([[false, 'c']]);
  expect(await new BatchStore(name).ids()).toEqual([]);
  expect(notesOf(name)).toEqual([]);
});

test('a note whose batch is gone is removed when it is old', async () => {
  const name = freshName();
  localStorage.setItem(`${name}:sent/old`, `${Date.now() - 100_000_000}`);
  localStorage.setItem(`${name}:sent/damaged`, 'nonsense');
  localStorage.setItem(`${name}:sent/recent`, `${Date.now()}`);
  const { exporter } = openOutbox(name);
  await exporter.forceFlush();
  expect(notesOf(name)).toEqual([`${name}:sent/recent`]);
});
