import { expect, test, vi } from 'vitest';
import { freshName } from '../../test/browser-outbox.ts';
import { LEFT_BEHIND_MILLIS, TabLock } from './tab-lock.ts';

const NOW = 1_000_000;

async function sees(observer: TabLock, owner: string, time = NOW): Promise<'alive' | 'gone'> {
  return (await observer.goneTest(NOW))({ owner, time }) ? 'gone' : 'alive';
}

function withoutLocks(): () => void {
  const locks = vi.spyOn(navigator, 'locks', 'get').mockReturnValue(undefined as unknown as LockManager);
  return () => locks.mockRestore();
}

test('a tab is alive for others while it holds its lock', async () => {
  const name = freshName();
  const tab = new TabLock(name);
  const observer = new TabLock(name);
  const { id } = tab;
  expect(await sees(observer, id)).toBe('gone');
  await tab.hold();
  expect(await sees(observer, id)).toBe('alive');
  tab.leave();
  await expect.poll(() => sees(observer, id)).toBe('gone');
});

test('a tab that rests holds no lock until the next hold()', async () => {
  const name = freshName();
  const tab = new TabLock(name);
  const { id } = tab;
  await tab.hold();
  tab.rest?.();
  await expect.poll(() => sees(new TabLock(name), id)).toBe('gone');
  await tab.hold();
  expect(await sees(new TabLock(name), tab.id)).toBe('alive');
});

test('a suspended tab that waited for this one does not block its next lock', async () => {
  const name = freshName();
  const tab = new TabLock(name);
  await tab.hold();
  let resume = () => {};
  const suspended = new Promise<void>((resolve) => {
    resume = resolve;
  });
  const waiting = vi.fn(() => suspended);
  navigator.locks.request(`${name}/tab/${tab.id}`, { mode: 'shared' }, waiting);
  tab.rest?.();
  await expect.poll(() => waiting.mock.calls.length).toBe(1);
  const held = vi.fn();
  tab.hold().then(held);
  await expect.poll(() => held.mock.calls.length).toBe(1);
  resume();
});

test('rest() keeps a lock that is still being requested', async () => {
  const name = freshName();
  const tab = new TabLock(name);
  await tab.hold();
  tab.leave();
  tab.comeBack();
  const asking = tab.hold();
  tab.rest?.();
  await asking;
  await tab.hold();
  expect(await sees(new TabLock(name), tab.id)).toBe('alive');
});

test('a tab never considers itself gone', async () => {
  const tab = new TabLock(freshName());
  expect(await sees(tab, tab.id)).toBe('alive');
});

test('a tab that left takes no lock, and comes back with another id', async () => {
  const name = freshName();
  const tab = new TabLock(name);
  const before = tab.id;
  await tab.hold();
  tab.leave();
  const away = tab.id;
  await tab.hold();
  expect(await sees(new TabLock(name), away)).toBe('gone');
  tab.comeBack();
  await tab.hold();
  expect(new Set([before, away, tab.id]).size).toBe(3);
  expect(await sees(new TabLock(name), tab.id)).toBe('alive');
});

test('calls back when another tab is gone', async () => {
  const name = freshName();
  const tab = new TabLock(name);
  await tab.hold();
  const { id } = tab;
  const gone = vi.fn();
  const observer = new TabLock(name);
  observer.whenGone(id, gone);
  expect(await sees(observer, id)).toBe('alive');
  expect(gone).not.toHaveBeenCalled();
  tab.leave();
  await expect.poll(() => gone.mock.calls.length).toBe(1);
});

test('tabs take turns', async () => {
  const name = freshName();
  const log: string[] = [];
  const turn = (who: string) => async () => {
    log.push(`${who} starts`);
    await new Promise(requestAnimationFrame);
    log.push(`${who} ends`);
  };
  await Promise.all([new TabLock(name).inTurn(turn('a')), new TabLock(name).inTurn(turn('b'))]);
  expect(log).toEqual(['a starts', 'a ends', 'b starts', 'b ends']);
});

test('a task that fails releases the turn and rejects', async () => {
  const name = freshName();
  await expect(new TabLock(name).inTurn(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  const next = vi.fn(async () => undefined);
  await new TabLock(name).inTurn(next);
  expect(next).toHaveBeenCalledTimes(1);
});

test('a turn that another tab never releases is taken after 30 seconds', async () => {
  const halfMinute = new AbortController();
  const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(halfMinute.signal);
  const name = freshName();
  let resume = () => {};
  const suspended = new Promise<void>((resolve) => {
    resume = resolve;
  });
  const first = new TabLock(name).inTurn(() => suspended);
  const second = vi.fn(async () => undefined);
  const done = new TabLock(name).inTurn(second);
  await navigator.locks.query();
  expect(second).not.toHaveBeenCalled();
  expect(timeout).toHaveBeenLastCalledWith(30_000);
  halfMinute.abort();
  await done;
  expect(second).toHaveBeenCalledTimes(1);
  timeout.mockRestore();
  resume();
  await first;
});

test('without Web Locks a tab counts as gone when its batch is two minutes old', async () => {
  const restore = withoutLocks();
  const tab = new TabLock(freshName());
  await tab.hold();
  expect(await sees(tab, 'other', NOW - LEFT_BEHIND_MILLIS)).toBe('alive');
  expect(await sees(tab, 'other', NOW - LEFT_BEHIND_MILLIS - 1)).toBe('gone');
  const task = vi.fn(async () => undefined);
  await tab.inTurn(task);
  expect(task).toHaveBeenCalledTimes(1);
  restore();
});

test('a lock that is still being requested when the tab leaves is not kept', async () => {
  const name = freshName();
  const tab = new TabLock(name);
  const { id } = tab;
  const granted = tab.hold();
  tab.leave();
  await granted;
  await expect.poll(() => sees(new TabLock(name), id)).toBe('gone');
});
