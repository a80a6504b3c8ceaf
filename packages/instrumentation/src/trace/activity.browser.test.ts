import { expect, test, vi } from 'vitest';
import type { OpenChat } from '../../test/open-chat.ts';
import { openChat } from '../../test/open-chat.ts';
import { hidePage, leavePage, showPage, sleepFor, stopClock, TEN_O_CLOCK } from '../../test/page-moments.ts';
import type { RecordedSpan } from '../../test/recorded-span.ts';
import { DASH0_LIMITS } from '../index.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

function activities({ tracing }: OpenChat): RecordedSpan[] {
  return tracing.spans.filter(({ name }) => name === 'shopping_chat.activity');
}

/** Start and end of a span, in milliseconds after ten o'clock. */
function times(span: RecordedSpan | undefined): number[] | undefined {
  return span && [span.startMs - TEN_O_CLOCK, span.endMs - TEN_O_CLOCK];
}

test.each(['chat_closed', 'close_chat_from_minimized', 'close_chat_from_open_on_mobile'])(
  '%s ends the activity as closed, and the root has ended before',
  (action) => {
    stopClock();
    const chat = openChat();
    chat.track('trigger_clicked');
    expect(chat.tree()).toEqual(['trace 1: shopping_chat.session']);
    vi.advanceTimersByTime(5 * SECOND);
    chat.track(action);
    expect(chat.tree()).toEqual([
      'trace 1: shopping_chat.session',
      `  shopping_chat.activity closed: trigger_clicked#1 ${action}#2`,
    ]);
    expect(chat.tracing.spans.map(times)).toEqual([
      [0, 1],
      [0, 5_000],
    ]);
  },
);

test('minimize_from_open ends the activity as minimized, and the next event begins another', () => {
  const chat = openChat();
  chat.track('trigger_clicked');
  chat.track('minimize_from_open');
  chat.track('expand_from_minimized');
  chat.track('close_chat_from_minimized');
  expect(chat.tree()).toEqual([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity minimized: trigger_clicked#1 minimize_from_open#2',
    '  shopping_chat.activity closed: expand_from_minimized#3 close_chat_from_minimized#4',
  ]);
});

test.each([
  ['hidden', hidePage],
  ['left', leavePage],
])('a page that is %s ends the activity as hidden, and asks for a flush', (_how, end) => {
  const chat = openChat();
  chat.track('trigger_clicked');
  const { flushes } = chat.tracing;
  end();
  expect(chat.tree()).toEqual([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity hidden: trigger_clicked#1',
  ]);
  expect(chat.tracing.flushes).toBe(flushes + 1);
});

test('a page that is shown again continues in another activity of the same trace', () => {
  const chat = openChat();
  chat.track('trigger_clicked');
  hidePage();
  showPage();
  chat.track('chat_closed');
  expect(chat.tree()).toEqual([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity hidden: trigger_clicked#1',
    '  shopping_chat.activity closed: chat_closed#2',
  ]);
});

test('an event on a hidden page is exported at once, since the page may go away without notice', () => {
  const chat = openChat();
  hidePage();
  chat.track('trigger_clicked');
  chat.track('product_select');
  expect(chat.tree()).toEqual([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity hidden: trigger_clicked#1',
    '  shopping_chat.activity hidden: product_select#2',
  ]);
  expect(chat.tracing.flushes).toBeGreaterThanOrEqual(2);
});

test('an activity that is idle for a minute has ended with its last event', () => {
  stopClock();
  const chat = openChat();
  chat.track('trigger_clicked');
  vi.advanceTimersByTime(40 * SECOND);
  chat.track('product_select');
  vi.advanceTimersByTime(59 * SECOND);
  expect(activities(chat)).toEqual([]);
  vi.advanceTimersByTime(2 * SECOND);
  expect(chat.tree()).toEqual([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity idle: trigger_clicked#1 product_select#2',
  ]);
  expect(times(activities(chat)[0])).toEqual([0, 40_000]);
});

test('an activity is cut after five minutes', () => {
  stopClock();
  const chat = openChat();
  for (let at = 0; at <= 330; at += 30) {
    chat.track('product_select');
    vi.advanceTimersByTime(30 * SECOND);
  }
  chat.instrumentation.disable();
  expect(chat.tree()).toEqual([
    'trace 1: shopping_chat.session',
    `  shopping_chat.activity duration_limit: ${selects(1, 10)}`,
    `  shopping_chat.activity disabled: ${selects(11, 12)}`,
  ]);
});

test('an activity is cut after 32 events', () => {
  const chat = openChat();
  for (let count = 0; count < 33; count += 1) chat.track('product_select');
  chat.instrumentation.disable();
  expect(chat.tree()).toEqual([
    'trace 1: shopping_chat.session',
    `  shopping_chat.activity event_limit: ${selects(1, 32)}`,
    '  shopping_chat.activity disabled: product_select#33',
  ]);
  expect(activities(chat).map(({ attributes }) => attributes['shopping_chat.activity.event_count'])).toEqual([
    32, 1,
  ]);
});

test('DASH0_LIMITS cuts an activity after 8 events', () => {
  const chat = openChat({ limits: DASH0_LIMITS });
  for (let count = 0; count < 9; count += 1) chat.track('product_select');
  chat.instrumentation.disable();
  expect(chat.tree()).toEqual([
    'trace 1: shopping_chat.session',
    `  shopping_chat.activity event_limit: ${selects(1, 8)}`,
    '  shopping_chat.activity disabled: product_select#9',
  ]);
});

test('an activity is cut before it exceeds 30 kB', () => {
  const chat = openChat({ contentCapture: 'all' });
  const shown = Array.from({ length: 20 }, () => 'x'.repeat(100));
  for (let count = 0; count < 15; count += 1)
    chat.track('product_select', { suggestion_buttons_shown: shown });
  chat.instrumentation.disable();
  const [first] = activities(chat);
  expect(first?.attributes['shopping_chat.activity.end_reason']).toBe('size_limit');
  for (const activity of activities(chat)) expect(JSON.stringify(activity).length).toBeLessThan(30_000);
  expect(chat.events()).toHaveLength(15);
});

test('500 events are each recorded once, in spans of at most 32', () => {
  const chat = openChat();
  for (let count = 0; count < 500; count += 1)
    chat.track(count % 50 === 49 ? 'user_respond' : 'mini_pdp_click');
  chat.instrumentation.disable();
  expect(chat.events().map(({ attributes }) => attributes['shopping_chat.event.seq'])).toEqual(
    Array.from({ length: 500 }, (_, index) => index + 1),
  );
  expect(Math.max(...chat.tracing.spans.map(({ events }) => events.length))).toBe(32);
});

test('disable() ends the activity as disabled', () => {
  const chat = openChat();
  chat.track('trigger_clicked');
  chat.instrumentation.disable();
  expect(chat.tree()).toEqual([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity disabled: trigger_clicked#1',
  ]);
});

test('an activity during which the machine slept ended with its last event', () => {
  stopClock();
  const chat = openChat();
  chat.track('trigger_clicked');
  sleepFor(10 * MINUTE);
  chat.track('product_select');
  sleepFor(10 * MINUTE);
  hidePage();
  showPage();
  chat.track('product_select');
  sleepFor(10 * MINUTE);
  vi.advanceTimersByTime(MINUTE);
  expect(chat.tree()).toEqual([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity idle: trigger_clicked#1',
    '  shopping_chat.activity idle: product_select#2',
    '  shopping_chat.activity idle: product_select#3',
  ]);
  expect(activities(chat).map(times)).toEqual([
    [0, 2],
    [10 * MINUTE, 10 * MINUTE + 2],
    [20 * MINUTE, 20 * MINUTE + 2],
  ]);
});

test('within a span times never run backwards when the clock is set back', () => {
  stopClock();
  const chat = openChat();
  chat.track('trigger_clicked');
  vi.advanceTimersByTime(20 * SECOND);
  chat.track('product_select');
  sleepFor(-10 * SECOND);
  chat.track('product_select');
  chat.track('chat_closed');
  const [activity] = activities(chat);
  expect(times(activity)).toEqual([0, 20_000]);
  expect(activity?.events.map(({ timeMs }) => timeMs - TEN_O_CLOCK)).toEqual([0, 20_000, 20_000, 20_000]);
});

test('a clock set back by hours begins another activity', () => {
  stopClock();
  const chat = openChat({ limits: { sessionIdleMillis: 24 * 60 * MINUTE } });
  chat.track('trigger_clicked');
  sleepFor(-120 * MINUTE);
  chat.track('product_select');
  vi.advanceTimersByTime(2 * MINUTE);
  expect(activities(chat).map(times)).toEqual([
    [0, 2],
    [-120 * MINUTE, -120 * MINUTE + 2],
  ]);
});

function selects(first: number, last: number): string {
  return Array.from({ length: last - first + 1 }, (_, index) => `product_select#${first + index}`).join(' ');
}
