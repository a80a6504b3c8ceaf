import { expect, test } from 'vitest';
import { openChat } from '../../test/open-chat.ts';
import { press } from '../../test/page-moments.ts';
import type { Track } from '../../test/tracker-chat.ts';
import { recordedActions, trackerChat } from '../../test/tracker-chat.ts';
import { dataLayerSource } from '../index.ts';

const open = { action: 'trigger_clicked' };

test('a method that a script assigns later is seen at once, without any gesture', () => {
  const vendor = { track: (() => 'stub') as Track };
  const chat = trackerChat({ vendor });
  vendor.track = () => 'script';
  expect(vendor.track('clarity', open)).toBe('script');
  expect(recordedActions(chat)).toEqual(['trigger_clicked']);
});

test('an object that appears late is found at a click that a script makes', () => {
  const page: { vendor?: { track: Track } } = {};
  const chat = trackerChat(page);
  page.vendor = { track: () => {} };
  const control = document.body.appendChild(document.createElement('button'));
  control.addEventListener('click', () => page.vendor?.track('clarity', open), { once: true });
  control.click();
  control.remove();
  expect(recordedActions(chat)).toEqual(['trigger_clicked']);
});

test('an object that appears late is found when the page has loaded something', async () => {
  const page: { vendor?: { track: Track } } = {};
  const chat = trackerChat(page);
  page.vendor = { track: () => {} };
  const original = page.vendor.track;
  await fetch(`/?${Math.random()}`);
  await expect.poll(() => page.vendor?.track === original).toBe(false);
  page.vendor.track('clarity', open);
  expect(recordedActions(chat)).toEqual(['trigger_clicked']);
});

test('a method that each view of a single-page shop assigns anew is seen in each', () => {
  const vendor = { track: (() => {}) as Track };
  const chat = trackerChat({ vendor });
  for (let view = 0; view < 30; view += 1) {
    vendor.track = () => {};
    press();
    vendor.track('clarity', { action: 'product_select' });
  }
  expect(recordedActions(chat)).toHaveLength(30);
  expect(chat.instrumentation.problems()).toEqual({});
});

test('a method that each view wraps once more is recorded once in each', () => {
  const vendor = { track: (() => {}) as Track };
  const chat = trackerChat({ vendor });
  for (let view = 0; view < 30; view += 1) {
    const before = vendor.track;
    vendor.track = (...args) => before(...args);
    press();
    vendor.track('clarity', { action: 'product_select' });
  }
  expect(recordedActions(chat)).toHaveLength(30);
});

test('a script that wants to stand outermost ends its fight, and its calls are recorded', () => {
  const vendor = { track: (() => 'sent') as Track };
  const chat = trackerChat({ vendor });
  let mine: Track | undefined;
  let rounds = 0;
  for (let tick = 0; tick < 100; tick += 1) {
    if (vendor.track === mine) continue;
    rounds += 1;
    const before = vendor.track;
    mine = (...args) => before(...args);
    vendor.track = mine;
  }
  expect(rounds).toBeLessThan(20);
  expect(vendor.track('clarity', open)).toBe('sent');
  expect(recordedActions(chat)).toEqual(['trigger_clicked']);
  expect(chat.instrumentation.problems()).toEqual({ gave_up: 1 });
});

test('a page that puts back the function that it got from us goes on being seen', () => {
  const vendor = { track: (() => {}) as Track };
  const chat = trackerChat({ vendor });
  const saved = vendor.track;
  vendor.track = () => {};
  vendor.track = saved;
  vendor.track('clarity', open);
  expect(recordedActions(chat)).toEqual(['trigger_clicked']);
});

test('a call through a function that the page kept from before is recorded', () => {
  const vendor = { track: (() => {}) as Track };
  const chat = trackerChat({ vendor });
  const saved = vendor.track;
  vendor.track = () => {};
  saved('clarity', open);
  expect(recordedActions(chat)).toEqual(['trigger_clicked']);
});

test('an object that inherits from the tracker gets a method of its own when the page assigns one', () => {
  const vendor = { track: (() => 'vendor') as Track };
  trackerChat({ vendor });
  const child = Object.create(vendor) as { track: Track };
  child.track = () => 'child';
  expect([child.track(), vendor.track()]).toEqual(['child', 'vendor']);
  expect(Object.keys(child)).toEqual(['track']);
});

test('a property that the page defines itself stays as the page has it', () => {
  const vendor = { track: (() => {}) as Track };
  const chat = trackerChat({ vendor });
  const theirs = () => 'theirs';
  Object.defineProperty(vendor, 'track', { value: theirs, configurable: true, writable: true });
  expect(vendor.track).toBe(theirs);
  chat.instrumentation.disable();
  expect(Object.getOwnPropertyDescriptor(vendor, 'track')).toEqual({
    value: theirs,
    configurable: true,
    writable: true,
    enumerable: true,
  });
});

test.each(['frozen', 'sealed'])(
  'a tracker that the page has %s meanwhile works on, and after disable()',
  (how) => {
    const vendor = { track: (() => 'sent') as Track };
    const chat = trackerChat({ vendor });
    if (how === 'frozen') Object.freeze(vendor);
    else Object.seal(vendor);
    vendor.track('clarity', open);
    expect(recordedActions(chat)).toEqual(['trigger_clicked']);
    expect(vendor.track('clarity', open)).toBe('sent');
    expect(chat.events()).toHaveLength(1);
  },
);

test('a deleted method is gone', () => {
  const vendor: { track?: Track } = { track: () => {} };
  trackerChat({ vendor });
  delete vendor.track;
  expect('track' in vendor).toBe(false);
});

test('a read-only method that can be configured is seen, and stays read-only', () => {
  const vendor = Object.defineProperty({}, 'track', { value: () => 'sent', configurable: true }) as {
    track: Track;
  };
  const chat = trackerChat({ vendor });
  expect(() => {
    vendor.track = () => {};
  }).toThrow(TypeError);
  expect(vendor.track('clarity', open)).toBe('sent');
  expect(recordedActions(chat)).toEqual(['trigger_clicked']);
});

test('an event of the shop in the data layer is none of the chat, whatever it calls its action', () => {
  const layer: unknown[] = [];
  const chat = openChat({ contentCapture: 'none', sources: [dataLayerSource(() => layer)] });
  layer.push({ event: 'search', action: 'searched for: jane@example.org' });
  expect(recordedActions(chat)).toEqual([]);
  expect(chat.tracing.spans).toEqual([]);
  expect(chat.instrumentation.problems()).toEqual({});
});

test.each([
  [undefined, []],
  [{ eventType: 'clarity' }, ['new_action']],
])(
  'a tracker passes on unknown actions only when it is told which calls are the chat (%o)',
  (options, recorded) => {
    const vendor = { track: (() => {}) as Track };
    const chat = trackerChat({ vendor }, options);
    vendor.track('clarity', { action: 'new_action' });
    expect(recordedActions(chat)).toEqual(recorded);
  },
);

test.each([
  [undefined, []],
  [{ recordEarlier: true }, ['trigger_clicked']],
])(
  'calls that a stub queued before enable() are recorded at their replay only with recordEarlier (%o)',
  (options, recorded) => {
    const queue: unknown[] = [];
    const vendor = { _: { queue }, track: ((...args) => void queue.push(args)) as Track };
    vendor.track('clarity', open);
    const chat = trackerChat({ vendor }, options);
    vendor.track = () => {};
    for (const args of queue) vendor.track(...(args as unknown[]));
    expect(recordedActions(chat)).toEqual(recorded);
  },
);
