import { describe, expect, test, vi } from 'vitest';
import type { Tracker } from '../host-window.ts';
import { maxQueued, TrackerQueue } from './tracker-queue.ts';

describe('TrackerQueue', () => {
  test('hands an event to the tracker at once', () => {
    const track = vi.fn();
    new TrackerQueue(() => ({ track })).report({ action: 'close_bubble' });
    expect(track.mock.calls).toEqual([['clarity', { action: 'close_bubble' }]]);
  });

  test('keeps events in order until the tracker is there', () => {
    let tracker: Partial<Tracker> | undefined;
    const track = vi.fn();
    const queue = new TrackerQueue(() => tracker);
    queue.report({ n: 1 });
    tracker = {};
    queue.report({ n: 2 });
    tracker = { track };
    queue.flush();
    queue.report({ n: 3 });
    expect(track.mock.calls).toEqual([
      ['clarity', { n: 1 }],
      ['clarity', { n: 2 }],
      ['clarity', { n: 3 }],
    ]);
  });

  test('calls the tracker as a method, and finds one that was replaced', () => {
    const seen: unknown[] = [];
    class Counting {
      readonly name: string;
      constructor(name: string) {
        this.name = name;
      }
      track(): void {
        seen.push(this.name);
      }
    }
    let tracker = new Counting('first');
    const queue = new TrackerQueue(() => tracker);
    queue.report({});
    tracker = new Counting('second');
    queue.report({});
    expect(seen).toEqual(['first', 'second']);
  });

  test('a tracker that throws loses its event, and nothing else', () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const track = vi.fn().mockImplementationOnce(() => {
      throw new Error('broken');
    });
    const queue = new TrackerQueue(() => ({ track }));
    queue.report({ n: 1 });
    queue.report({ n: 2 });
    expect(track).toHaveBeenLastCalledWith('clarity', { n: 2 });
    expect(error).toHaveBeenCalledOnce();
    error.mockRestore();
  });

  test('drops the oldest beyond its limit', () => {
    let tracker: Partial<Tracker> | undefined;
    const track = vi.fn();
    const queue = new TrackerQueue(() => tracker);
    for (let n = 0; n < maxQueued + 2; n += 1) queue.report({ n });
    tracker = { track };
    queue.flush();
    expect(track).toHaveBeenCalledTimes(500);
    expect(track.mock.calls[0]).toEqual(['clarity', { n: 2 }]);
  });
});
