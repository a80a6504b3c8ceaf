import { diag } from '@opentelemetry/api';
import { afterEach, expect, test, vi } from 'vitest';
import {
  behave,
  freshName,
  hidePage,
  ONE_ATTEMPT,
  openOutbox,
  trafficOf,
} from '../../test/browser-outbox.ts';
import { leftBatch } from '../../test/left-batch.ts';
import { newBatch } from '../batches/batch.ts';
import { BatchStore } from '../storage/batch-store.ts';
import { UnansweredNotes } from '../storage/unanswered-notes.ts';
import { UnloadStore } from '../storage/unload-store.ts';

const restore: (() => void)[] = [];

afterEach(() => {
  for (const undo of restore.splice(0)) undo();
  vi.restoreAllMocks();
});

/** As Prototype 1.6 does: `JSON.stringify` then writes a string. Only for what the exporter writes, to spare the test runner. */
function addToJson(prototype: object): void {
  const isOfExporter = (value: object) =>
    'resourceSpans' in value || 'owner' in value || (Array.isArray(value) && Object(value[0]).scopeSpans);
  function toJSON(this: object) {
    return isOfExporter(this) ? 'changed' : this;
  }
  Object.assign(prototype, { toJSON });
  restore.push(() => Reflect.deleteProperty(prototype, 'toJSON'));
}

test.each([
  ['Array', Array.prototype],
  ['Object', Object.prototype],
])('on a page that adds toJSON to %s.prototype the receiver gets valid JSON', async (_, prototype) => {
  const name = freshName();
  await behave(name, { rejectSpan: 'b' });
  addToJson(prototype);
  const { exporter, record } = openOutbox(name);
  await record('a', 'b', 'c', 'd');
  await exporter.forceFlush();
  expect(exporter.stats()).toMatchObject({ sent: 3, dropped: { rejected: 1 } });
  // The page's own function is still there.
  expect(JSON.stringify({ owner: 'page', list: [{ scopeSpans: [] }] })).toContain('changed');
  for (const undo of restore.splice(0)) undo();
  const taken = (await trafficOf(name)).filter(([status]) => status === 200);
  expect(taken.flatMap(([, ...spans]) => spans).sort()).toEqual(['a', 'c', 'd']);
});

test('what such a page leaves in localStorage is replayed by the next', async () => {
  const name = freshName();
  await behave(name, { answers: [{ status: 503 }] });
  addToJson(Object.prototype);
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  const first = openOutbox(name, ONE_ATTEMPT);
  first.end('a');
  hidePage()();
  await first.exporter.shutdown();
  for (const undo of restore.splice(0)) undo();
  vi.restoreAllMocks();
  await behave(name, {});
  const next = openOutbox(name);
  await expect.poll(() => next.exporter.stats()).toMatchObject({ sent: 1, dropped: {} });
});

test('a page that replaces JSON.stringify gets one diag error, and nothing invalid is sent', async () => {
  const error = vi.fn();
  diag.setLogger({ error, warn() {}, info() {}, debug() {}, verbose() {} });
  restore.push(() => diag.disable());
  const name = freshName();
  const { exporter, drops, record } = openOutbox(name);
  vi.spyOn(JSON, 'stringify').mockImplementation(() => '{"list":"[1]"}');
  await record('a').catch(() => undefined);
  await record('b').catch(() => undefined);
  vi.restoreAllMocks();
  expect(exporter.stats()).toMatchObject({ requests: 0, dropped: { unserializable: 2 } });
  expect(drops[0]?.detail).toContain('A script on this page changes JSON.stringify.');
  const said = error.mock.calls.filter(([message]) => `${message}`.includes('changes JSON.stringify'));
  expect(said.length).toBe(1);
});

test('a page that replaces JSON.stringify keeps what it cannot mark for the next page', async () => {
  const name = freshName();
  await new BatchStore(name).put([leftBatch('a')]);
  new UnansweredNotes(name).add('gone.a');
  const stringify = JSON.stringify.bind(JSON);
  // Spares the test runner: only the exporter's check and its requests.
  vi.spyOn(JSON, 'stringify').mockImplementation((value, ...rest: unknown[]) =>
    'list' in Object(value) || 'resourceSpans' in Object(value)
      ? '"changed"'
      : stringify(value, ...(rest as [])),
  );
  const first = openOutbox(name, ONE_ATTEMPT);
  await first.exporter.forceFlush();
  expect(first.exporter.stats()).toMatchObject({ requests: 0, pendingBatches: 1, dropped: {} });
  await first.exporter.shutdown();
  vi.restoreAllMocks();
  const next = openOutbox(name);
  await expect.poll(() => next.exporter.stats()).toMatchObject({ replayed: 1, dropped: {} });
});

test('a page that replaces JSON.stringify can still leave batches in localStorage', () => {
  const name = freshName();
  const { body, ...record } = leftBatch('a');
  vi.spyOn(JSON, 'stringify').mockImplementation(() => '"changed"');
  new UnloadStore(name, 10_000).put(newBatch(record, { body, storage: 'memory', adopted: false }));
  vi.restoreAllMocks();
  expect(new UnloadStore(name, 10_000).read().left).toMatchObject([{ record, body }]);
});
