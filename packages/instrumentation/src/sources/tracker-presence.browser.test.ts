import { expect, test, vi } from 'vitest';
import { openChat } from '../../test/open-chat.ts';
import { press, stopClock } from '../../test/page-moments.ts';
import type { Track } from '../../test/tracker-chat.ts';
import { recordedActions, trackerChat } from '../../test/tracker-chat.ts';
import { trackerSource } from '../index.ts';

test('a tracker that appears later is found without an interaction', () => {
  stopClock();
  const page: { vendor?: { track: Track } } = {};
  const chat = trackerChat(page);
  page.vendor = { track: () => {} };
  vi.advanceTimersByTime(1_000);
  page.vendor.track('clarity', { action: 'trigger_clicked' });
  expect(recordedActions(chat)).toEqual(['trigger_clicked']);
});

test('a tracker whose method appears later is seen from then on', () => {
  stopClock();
  const vendor: { track?: Track } = {};
  const chat = trackerChat({ vendor });
  vendor.track = () => {};
  vi.advanceTimersByTime(1_000);
  vendor.track('clarity', { action: 'trigger_clicked' });
  expect(recordedActions(chat)).toEqual(['trigger_clicked']);
});

test('a tracker that appears after minutes is found when the shopper presses something', () => {
  stopClock();
  const page: { vendor?: { track: Track } } = {};
  const chat = trackerChat(page);
  vi.advanceTimersByTime(600_000);
  expect(vi.getTimerCount()).toBe(0);
  page.vendor = { track: () => {} };
  press();
  page.vendor.track('clarity', { action: 'trigger_clicked' });
  expect(recordedActions(chat)).toEqual(['trigger_clicked']);
});

test('a snippet that the vendor replaces by its real script goes on being seen, each call once', () => {
  const page = { vendor: { track: (() => {}) as Track } };
  const snippet = page.vendor;
  const chat = trackerChat(page);
  snippet.track('clarity', { action: 'trigger_clicked' });
  page.vendor = { track: () => {} };
  press();
  page.vendor.track('clarity', { action: 'user_respond' });
  snippet.track('clarity', { action: 'thumbs_up' });
  expect(recordedActions(chat)).toEqual(['trigger_clicked', 'user_respond']);
});

test('a method that is replaced on the same tracker goes on being seen', () => {
  const vendor = { track: (() => 'snippet') as Track };
  const chat = trackerChat({ vendor });
  vendor.track = () => 'script';
  press();
  expect(vendor.track('clarity', { action: 'trigger_clicked' })).toBe('script');
  expect(recordedActions(chat)).toEqual(['trigger_clicked']);
});

test('a tracker whose method cannot be read harms nothing, at once or when it appears later', () => {
  stopClock();
  const hostile = {
    get track(): Track {
      throw new Error('hostile');
    },
  };
  const page: { vendor?: object } = { vendor: hostile };
  trackerChat(page);
  const late: { vendor?: object } = {};
  const chat = trackerChat(late);
  late.vendor = hostile;
  vi.advanceTimersByTime(1_000);
  press();
  expect(recordedActions(chat)).toEqual([]);
});

test('a finder that throws is a tracker that is not there yet', () => {
  stopClock();
  const page: { vendor?: { track: Track } } = {};
  const chat = openChat({
    sources: [
      trackerSource(() => {
        if (!page.vendor) throw new TypeError('no vendor');
        return page.vendor;
      }, 'track'),
    ],
  });
  page.vendor = { track: () => {} };
  vi.advanceTimersByTime(1_000);
  page.vendor.track('clarity', { action: 'trigger_clicked' });
  expect(recordedActions(chat)).toEqual(['trigger_clicked']);
  expect(chat.warnings).toEqual([]);
});

test('a tracker that is replaced again and again is seen each time', () => {
  const page = { vendor: { track: (..._args: unknown[]) => {} } };
  const chat = trackerChat(page);
  for (let count = 0; count < 12; count += 1) {
    page.vendor = { track: () => {} };
    press();
    page.vendor.track('clarity', { action: 'product_select' });
  }
  expect(recordedActions(chat)).toHaveLength(12);
});

test('a tracker that makes a function each time it is read is seen, and goes on as it did', () => {
  let track = (..._args: unknown[]) => 'sent';
  const vendor = {
    get track() {
      return (...args: unknown[]) => track(...args);
    },
    set track(given) {
      track = given;
    },
  };
  const chat = trackerChat({ vendor });
  for (let count = 0; count < 20; count += 1) press();
  expect(vendor.track('clarity', { action: 'product_select' })).toBe('sent');
  expect(recordedActions(chat)).toEqual(['product_select']);
  expect(chat.instrumentation.problems()).toEqual({});
});
