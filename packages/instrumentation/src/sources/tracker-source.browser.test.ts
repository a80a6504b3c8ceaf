import { expect, test, vi } from 'vitest';
import type { OpenChat } from '../../test/open-chat.ts';
import { openChat } from '../../test/open-chat.ts';
import { press, stopClock } from '../../test/page-moments.ts';
import type { TrackerSourceOptions } from '../index.ts';
import { trackerSource } from '../index.ts';

type Track = (...args: unknown[]) => unknown;

/** A vendor's script that the page may have, under `page.vendor`. */
function chatOf(page: { vendor?: object | null }, options?: TrackerSourceOptions): OpenChat {
  return openChat({ sources: [trackerSource(() => page.vendor, 'track', options)] });
}

/** Actions recorded so far. The plugin ends, so that what is open is seen. */
function recorded(chat: OpenChat): unknown[] {
  chat.plugin.disable();
  return chat.events().map(({ attributes }) => attributes['shopping_chat.action']);
}

test('a tracker is called with the this, the arguments and the result of the page', () => {
  const result = Promise.resolve('sent');
  const calls: unknown[] = [];
  const vendor = {
    track(...args: unknown[]) {
      calls.push(this, ...args);
      return result;
    },
  };
  const chat = chatOf({ vendor });
  const payload = Object.freeze({ action: 'trigger_clicked' });
  const callback = () => {};
  expect(vendor.track('clarity', payload, callback)).toBe(result);
  expect(calls).toHaveLength(4);
  expect([vendor, 'clarity', payload, callback].every((value, index) => calls[index] === value)).toBe(true);
  expect(recorded(chat)).toEqual(['trigger_clicked']);
});

test('an exception of a tracker reaches the page as the same object, and its event is recorded', () => {
  const failure = new Error('vendor');
  const vendor: { track: Track } = {
    track() {
      throw failure;
    },
  };
  const chat = chatOf({ vendor });
  let caught: unknown;
  try {
    vendor.track('clarity', { action: 'chat_closed' });
  } catch (error) {
    caught = error;
  }
  expect(caught).toBe(failure);
  expect(recorded(chat)).toEqual(['chat_closed']);
});

test('a tracker that appears later is found without an interaction', () => {
  stopClock();
  const page: { vendor?: { track: Track } } = {};
  const chat = chatOf(page);
  page.vendor = { track: () => {} };
  vi.advanceTimersByTime(1_000);
  page.vendor.track('clarity', { action: 'trigger_clicked' });
  expect(recorded(chat)).toEqual(['trigger_clicked']);
});

test('a tracker whose method appears later is seen from then on', () => {
  stopClock();
  const vendor: { track?: Track } = {};
  const chat = chatOf({ vendor });
  vendor.track = () => {};
  vi.advanceTimersByTime(1_000);
  vendor.track('clarity', { action: 'trigger_clicked' });
  expect(recorded(chat)).toEqual(['trigger_clicked']);
});

test('a tracker that appears after minutes is found when the shopper presses something', () => {
  stopClock();
  const page: { vendor?: { track: Track } } = {};
  const chat = chatOf(page);
  vi.advanceTimersByTime(600_000);
  expect(vi.getTimerCount()).toBe(0);
  page.vendor = { track: () => {} };
  press();
  page.vendor.track('clarity', { action: 'trigger_clicked' });
  expect(recorded(chat)).toEqual(['trigger_clicked']);
});

test('a snippet that the vendor replaces by its real script goes on being seen, each call once', () => {
  const page = { vendor: { track: (() => {}) as Track } };
  const snippet = page.vendor;
  const chat = chatOf(page);
  snippet.track('clarity', { action: 'trigger_clicked' });
  page.vendor = { track: () => {} };
  press();
  page.vendor.track('clarity', { action: 'user_respond' });
  snippet.track('clarity', { action: 'thumbs_up' });
  expect(recorded(chat)).toEqual(['trigger_clicked', 'user_respond']);
});

test('a method that is replaced on the same tracker goes on being seen', () => {
  const vendor = { track: (() => 'snippet') as Track };
  const chat = chatOf({ vendor });
  vendor.track = () => 'script';
  press();
  expect(vendor.track('clarity', { action: 'trigger_clicked' })).toBe('script');
  expect(recorded(chat)).toEqual(['trigger_clicked']);
});

test('a wrapper of the page around ours sees each call once, before and after disable()', () => {
  const calls: unknown[] = [];
  const vendor = { track: ((...args) => calls.push(['vendor', ...args])) as Track };
  const chat = chatOf({ vendor });
  const ours = vendor.track;
  vendor.track = (...args) => {
    calls.push(['page', ...args]);
    return ours(...args);
  };
  const theirs = vendor.track;
  vendor.track('clarity', { action: 'trigger_clicked' });
  expect(recorded(chat)).toEqual(['trigger_clicked']);
  expect(vendor.track).toBe(theirs);
  expect(vendor.track('clarity', { action: 'chat_closed' })).toBe(4);
  expect(calls.map((call) => (call as unknown[])[0])).toEqual(['page', 'vendor', 'page', 'vendor']);
  expect(chat.events()).toHaveLength(1);
});

test('a wrapped tracker keeps name, length, own properties and what is constructed with it', () => {
  function track(this: unknown, _type: string, _payload: object) {}
  const original = Object.assign(track, { queue: ['first'], version: 2 });
  const vendor = { track: original };
  chatOf({ vendor });
  expect(vendor.track).not.toBe(original);
  expect([vendor.track.name, vendor.track.length]).toEqual(['track', 2]);
  expect(Object.keys(vendor.track)).toEqual(['queue', 'version']);
  expect(vendor.track.queue).toBe(original.queue);
  expect(Reflect.construct(vendor.track, [])).toBeInstanceOf(original);
});

test.each([
  ['own', () => ({ track() {} })],
  [
    'inherited',
    () =>
      new (class Vendor {
        track() {}
      })(),
  ],
  ['hidden', () => Object.defineProperty({}, 'track', { value() {}, writable: true, configurable: true })],
  ['fixed', () => Object.defineProperty({}, 'track', { value() {}, writable: true, configurable: false })],
  ['accessor', accessorVendor],
])('disable() puts an %s method back as it was', (_kind, create) => {
  const vendor = create() as { track: Track };
  const descriptor = Object.getOwnPropertyDescriptor(vendor, 'track');
  const original = vendor.track;
  const chat = chatOf({ vendor });
  vendor.track('clarity', { action: 'trigger_clicked' });
  expect(recorded(chat)).toEqual(['trigger_clicked']);
  expect(vendor.track).toBe(original);
  expect(Object.getOwnPropertyDescriptor(vendor, 'track')).toEqual(descriptor);
});

function accessorVendor(): object {
  let track: Track = () => {};
  return {
    get track() {
      return track;
    },
    set track(value) {
      track = value;
    },
  };
}

test('for … in over a tracker gives what it gave before', () => {
  class Vendor {
    queue = [];
    track() {}
  }
  const vendor = new Vendor();
  const before: string[] = [];
  for (const key in vendor) before.push(key);
  chatOf({ vendor });
  const after: string[] = [];
  for (const key in vendor) after.push(key);
  expect(after).toEqual(before);
});

test('a frozen tracker is left alone, which is reported once', () => {
  const vendor = Object.freeze({ track: () => 'sent' });
  const chat = chatOf({ vendor });
  press();
  press();
  expect(vendor.track()).toBe('sent');
  expect(chat.warnings).toEqual(['cannot_wrap: track']);
  expect(recorded(chat)).toEqual([]);
});

test('a tracker whose method cannot be read harms nothing, at once or when it appears later', () => {
  stopClock();
  const hostile = {
    get track(): Track {
      throw new Error('hostile');
    },
  };
  const page: { vendor?: object } = { vendor: hostile };
  chatOf(page);
  const late: { vendor?: object } = {};
  const chat = chatOf(late);
  late.vendor = hostile;
  vi.advanceTimersByTime(1_000);
  press();
  expect(recorded(chat)).toEqual([]);
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
  expect(recorded(chat)).toEqual(['trigger_clicked']);
  expect(chat.warnings).toEqual([]);
});

test('with an event type only the calls of that type are chat events', () => {
  const vendor = { track: (() => {}) as Track };
  const chat = chatOf({ vendor }, { eventType: 'clarity' });
  vendor.track('banner', { action: 'click' });
  vendor.track('clarity', { action: 'trigger_clicked' });
  vendor.track();
  expect(recorded(chat)).toEqual(['trigger_clicked']);
});

test('toEvent makes the payload of the arguments, and an exception in it costs only its event', () => {
  const vendor = { track: (() => 'sent') as Track };
  const chat = chatOf(
    { vendor },
    {
      toEvent(name, detail) {
        if (detail === null) throw new Error('toEvent');
        return name === 'page_view' ? undefined : { action: String(name), ...(detail as object) };
      },
    },
  );
  vendor.track('page_view', {});
  expect(vendor.track('user_respond', null)).toBe('sent');
  vendor.track('user_respond', null);
  vendor.track('product_select', { product_id: 'p1' });
  expect(recorded(chat)).toEqual(['product_select']);
  expect(chat.events()[0]?.attributes['shopping_chat.product.id']).toBe('p1');
  expect(chat.warnings).toEqual(['unreadable_event: Error: toEvent']);
});
