import { afterEach, expect, test, vi } from 'vitest';
import { behave, freshName, hidePage, ONE_ATTEMPT, openOutbox } from '../test/browser-outbox.ts';
import { leftBatch } from '../test/left-batch.ts';
import { BatchStore } from './storage/batch-store.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Listeners that are added from now on and not removed. */
function countListeners(): () => string[] {
  const added: { type: string; signal: AbortSignal | undefined }[] = [];
  for (const target of [window, document]) {
    const add = target.addEventListener.bind(target);
    vi.spyOn(target, 'addEventListener').mockImplementation((type: string, ...rest: unknown[]) => {
      added.push({ type, signal: (rest[1] as AddEventListenerOptions | undefined)?.signal });
      add(type, ...(rest as [EventListener, AddEventListenerOptions]));
    });
  }
  return () => added.filter(({ signal }) => !signal?.aborted).map(({ type }) => type);
}

test.each(['shutdown', 'clear'] as const)('after %s no listener and no timer is left', async (end) => {
  const name = freshName();
  const listeners = countListeners();
  const { exporter, record } = openOutbox(name, ONE_ATTEMPT);
  // The span processor has listeners of its own.
  const ofExporter = () => listeners().filter((type) => ['pagehide', 'pageshow', 'online'].includes(type));
  expect(ofExporter().length).toBeGreaterThan(2);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
  await behave(name, { answers: [{ status: 503 }] });
  await record('a');
  await exporter.forceFlush();
  expect(vi.getTimerCount()).toBe(1);
  await exporter[end]();
  expect(vi.getTimerCount()).toBe(0);
  expect(ofExporter().filter((type) => type !== 'pagehide')).toEqual([]);
});

test('without Web Locks no timer is left that waits for another tab', async () => {
  const name = freshName();
  vi.spyOn(navigator, 'locks', 'get').mockReturnValue(undefined as unknown as LockManager);
  await new BatchStore(name).put([leftBatch('young')]);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { exporter } = openOutbox(name);
  await exporter.forceFlush();
  expect(vi.getTimerCount()).toBe(1);
  await exporter.shutdown();
  expect(vi.getTimerCount()).toBe(0);
});

test('after shutdown nothing keeps the database open', async () => {
  const name = freshName();
  const { exporter, record } = openOutbox(name);
  await record('a');
  await exporter.shutdown();
  const close = vi.spyOn(IDBDatabase.prototype, 'close');
  const deleted = new Promise<string>((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve('deleted');
    request.onblocked = () => resolve('blocked');
  });
  expect(await deleted).toBe('deleted');
  expect(close).not.toHaveBeenCalled();
});

test('after shutdown, hiding the page sends nothing', async () => {
  const name = freshName();
  await behave(name, { answers: [{ status: 503 }] });
  const { exporter, record } = openOutbox(name, ONE_ATTEMPT);
  await record('a');
  await exporter.shutdown();
  const { requests } = exporter.stats();
  hidePage()();
  window.dispatchEvent(new Event('online'));
  await exporter.forceFlush();
  expect(exporter.stats().requests).toBe(requests);
});
