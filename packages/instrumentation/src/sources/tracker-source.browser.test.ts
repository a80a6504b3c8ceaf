import { expect, test } from 'vitest';
import { press } from '../../test/page-moments.ts';
import type { Track } from '../../test/tracker-chat.ts';
import { recordedActions, trackerChat } from '../../test/tracker-chat.ts';

test('a tracker is called with the this, the arguments and the result of the page', () => {
  const result = Promise.resolve('sent');
  const calls: unknown[] = [];
  const vendor = {
    track(...args: unknown[]) {
      calls.push(this, ...args);
      return result;
    },
  };
  const chat = trackerChat({ vendor });
  const payload = Object.freeze({ action: 'trigger_clicked' });
  const callback = () => {};
  expect(vendor.track('clarity', payload, callback)).toBe(result);
  expect(calls).toHaveLength(4);
  expect([vendor, 'clarity', payload, callback].every((value, index) => calls[index] === value)).toBe(true);
  expect(recordedActions(chat)).toEqual(['trigger_clicked']);
});

test('an exception of a tracker reaches the page as the same object, and its event is recorded', () => {
  const failure = new Error('vendor');
  const vendor: { track: Track } = {
    track() {
      throw failure;
    },
  };
  const chat = trackerChat({ vendor });
  let caught: unknown;
  try {
    vendor.track('clarity', { action: 'chat_closed' });
  } catch (error) {
    caught = error;
  }
  expect(caught).toBe(failure);
  expect(recordedActions(chat)).toEqual(['chat_closed']);
});

test('a wrapper of the page around ours sees each call once, before and after disable()', () => {
  const calls: unknown[] = [];
  const vendor = { track: ((...args) => calls.push(['vendor', ...args])) as Track };
  const chat = trackerChat({ vendor });
  const ours = vendor.track;
  const theirs: Track = (...args) => {
    calls.push(['page', ...args]);
    return ours(...args);
  };
  vendor.track = theirs;
  vendor.track('clarity', { action: 'trigger_clicked' });
  expect(recordedActions(chat)).toEqual(['trigger_clicked']);
  expect(vendor.track).toBe(theirs);
  expect(vendor.track('clarity', { action: 'chat_closed' })).toBe(4);
  expect(calls.map((call) => (call as unknown[])[0])).toEqual(['page', 'vendor', 'page', 'vendor']);
  expect(chat.events()).toHaveLength(1);
});

test('a wrapped tracker keeps name, length, own properties and what is constructed with it', () => {
  function track(this: unknown, _type: string, _payload: object) {}
  const original = Object.assign(track, { queue: ['first'], version: 2 });
  const vendor = { track: original };
  trackerChat({ vendor });
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
  const chat = trackerChat({ vendor });
  vendor.track('clarity', { action: 'trigger_clicked' });
  expect(recordedActions(chat)).toEqual(['trigger_clicked']);
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
  trackerChat({ vendor });
  const after: string[] = [];
  for (const key in vendor) after.push(key);
  expect(after).toEqual(before);
});

test('a frozen tracker is left alone, which is reported once', () => {
  const vendor = Object.freeze({ track: () => 'sent' });
  const chat = trackerChat({ vendor });
  press();
  press();
  expect(vendor.track()).toBe('sent');
  expect(chat.warnings).toEqual(['cannot_wrap: track']);
  expect(recordedActions(chat)).toEqual([]);
});

test('with an event type only the calls of that type are chat events', () => {
  const vendor = { track: (() => {}) as Track };
  const chat = trackerChat({ vendor }, { eventType: 'clarity' });
  vendor.track('banner', { action: 'click' });
  vendor.track('clarity', { action: 'trigger_clicked' });
  vendor.track();
  expect(recordedActions(chat)).toEqual(['trigger_clicked']);
});

test('toEvent makes the payload of the arguments, and an exception in it costs only its event', () => {
  const vendor = { track: (() => 'sent') as Track };
  const chat = trackerChat(
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
  expect(recordedActions(chat)).toEqual(['product_select']);
  expect(chat.events()[0]?.attributes['shopping_chat.product.id']).toBe('p1');
  expect(chat.warnings).toEqual(['unreadable_event: Error']);
});
