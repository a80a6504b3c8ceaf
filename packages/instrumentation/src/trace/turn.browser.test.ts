import { expect, test, vi } from 'vitest';
import type { OpenChat } from '../../test/open-chat.ts';
import { openChat } from '../../test/open-chat.ts';
import { hidePage, leavePage, sleepFor, stopClock, TEN_O_CLOCK } from '../../test/page-moments.ts';
import type { RecordedSpan } from '../../test/recorded-span.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

function turns({ tracing }: OpenChat): RecordedSpan[] {
  return tracing.spans.filter(({ name }) => name === 'shopping_chat.turn');
}

function times(span: RecordedSpan | undefined): number[] | undefined {
  return span && [span.startMs - TEN_O_CLOCK, span.endMs - TEN_O_CLOCK];
}

/** A chat with one open question. */
function ask(config?: Parameters<typeof openChat>[0]): OpenChat {
  const chat = openChat(config);
  chat.track('trigger_clicked');
  chat.track('user_respond', { type: 'text', message: 'hi' });
  return chat;
}

test('a turn that the page ends is answered', () => {
  stopClock();
  const chat = ask();
  vi.advanceTimersByTime(2 * SECOND);
  chat.instrumentation.endTurn();
  expect(chat.tree()).toEqual([
    'trace 1: shopping_chat.session',
    'trace 1: parent missing: shopping_chat.turn answered: user_respond#2',
  ]);
  expect(times(turns(chat)[0])).toEqual([0, 2_000]);
  expect(turns(chat)[0]?.attributes).toMatchObject({
    'shopping_chat.turn.end_reason': 'answered',
    'shopping_chat.turn.seq': 1,
    'shopping_chat.message.input_type': 'text',
  });
  expect([turns(chat)[0]?.statusCode, turns(chat)[0]?.statusMessage]).toEqual([0, undefined]);
});

test.each([
  ['an error', new TypeError('secret'), 'TypeError'],
  ['a class of errors', 'content_filter', 'content_filter'],
])('a turn that the page ends with %s has failed', (_what, error, type) => {
  const chat = ask();
  chat.instrumentation.endTurn({ error });
  chat.track('chat_closed');
  expect(chat.tree()).toEqual([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity closed: trigger_clicked#1 chat_closed#3',
    `    shopping_chat.turn failed (${type}): user_respond#2`,
  ]);
  expect([turns(chat)[0]?.statusCode, turns(chat)[0]?.statusMessage]).toEqual([2, type]);
  expect(JSON.stringify(chat.tracing.spans)).not.toContain('secret');
});

test('a turn is abandoned when the widget is closed', () => {
  const chat = ask();
  chat.track('chat_closed');
  expect(chat.tree()).toEqual([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity closed: trigger_clicked#1 chat_closed#3',
    '    shopping_chat.turn abandoned: user_respond#2',
  ]);
});

test('a turn is abandoned when the shopper clears the chat, and the activity continues', () => {
  const chat = ask();
  chat.track('menu_click', { button_content: 'Clear Chat' });
  expect(turns(chat)).toHaveLength(1);
  chat.track('menu_click', { button_content: 'Help' });
  chat.instrumentation.disable();
  expect(chat.tree()).toEqual([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity disabled: trigger_clicked#1 menu_click#3 menu_click#4',
    '    shopping_chat.turn abandoned: user_respond#2',
  ]);
});

test.each([
  ['hidden', hidePage, 'hidden'],
  ['left', leavePage, 'hidden'],
])('a turn is abandoned when the page is %s', (_how, end, reason) => {
  const chat = ask();
  end();
  expect(chat.tree()).toEqual([
    'trace 1: shopping_chat.session',
    `  shopping_chat.activity ${reason}: trigger_clicked#1`,
    '    shopping_chat.turn abandoned: user_respond#2',
  ]);
});

test('a turn is superseded by the next question', () => {
  stopClock();
  const chat = ask();
  vi.advanceTimersByTime(3 * SECOND);
  chat.track('user_respond_product', { type: 'product_menu', message: 'More like this' });
  chat.track('chat_closed');
  expect(chat.tree()).toEqual([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity closed: trigger_clicked#1 chat_closed#4',
    '    shopping_chat.turn superseded: user_respond#2',
    '    shopping_chat.turn abandoned: user_respond_product#3',
  ]);
  expect(turns(chat).map(({ attributes }) => attributes['shopping_chat.turn.seq'])).toEqual([1, 2]);
  expect(turns(chat).map(times)).toEqual([
    [0, 3_000],
    [3_000, 3_001],
  ]);
});

test('a turn that nobody ends times out after a minute, and its activity waits for it', () => {
  stopClock();
  const chat = ask();
  vi.advanceTimersByTime(MINUTE - 1);
  expect(turns(chat)).toEqual([]);
  vi.advanceTimersByTime(3 * MINUTE);
  expect(chat.tree()).toEqual([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity idle: trigger_clicked#1',
    '    shopping_chat.turn timeout: user_respond#2',
  ]);
  expect(chat.tracing.spans.map(times)).toEqual([
    [0, 1],
    [0, MINUTE],
    [0, MINUTE],
  ]);
});

test.each([
  ['a late timer', () => vi.advanceTimersByTime(2 * MINUTE)],
  ['a hidden page', hidePage],
])(
  'a turn over which a machine slept has timed out after a minute, though %s tells it late',
  (_what, wake) => {
    stopClock();
    const chat = ask();
    sleepFor(10 * MINUTE);
    wake();
    expect(chat.tree()).toEqual([
      'trace 1: shopping_chat.session',
      '  shopping_chat.activity idle: trigger_clicked#1',
      '    shopping_chat.turn timeout: user_respond#2',
    ]);
    expect(chat.tracing.spans.map(times)).toEqual([
      [0, 1],
      [0, MINUTE],
      [0, MINUTE],
    ]);
  },
);

test.each(['user_respond', 'product_select', 'chat_closed'])(
  'a turn over which a machine slept for hours has timed out, though %s tells it late',
  (action) => {
    stopClock();
    const chat = ask();
    sleepFor(120 * MINUTE);
    chat.track(action);
    expect(chat.tree().slice(0, 3)).toEqual([
      'trace 1: shopping_chat.session',
      '  shopping_chat.activity idle: trigger_clicked#1',
      '    shopping_chat.turn timeout: user_respond#2',
    ]);
    expect(chat.tracing.spans.slice(0, 3).map(times)).toEqual([
      [0, 1],
      [0, MINUTE],
      [0, MINUTE],
    ]);
  },
);

test('an event after the machine slept through a turn is not part of that turn', () => {
  stopClock();
  const chat = ask();
  sleepFor(10 * MINUTE);
  chat.track('product_select');
  chat.instrumentation.withTurn(() => {});
  chat.instrumentation.disable();
  expect(chat.tree()).toEqual([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity idle: trigger_clicked#1',
    '    shopping_chat.turn timeout: user_respond#2',
    '  shopping_chat.activity disabled: product_select#3',
    '    shopping_chat.turn answered',
  ]);
});

test('a widget that is minimized while a turn is open stays in one activity until the turn ends', () => {
  const chat = ask();
  chat.track('minimize_from_open');
  expect(turns(chat)).toEqual([]);
  chat.instrumentation.endTurn();
  expect(chat.tree()).toEqual([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity minimized: trigger_clicked#1 minimize_from_open#3',
    '    shopping_chat.turn answered: user_respond#2',
  ]);
});

test('a widget that is opened again before the answer continues in the same activity', () => {
  const chat = ask();
  chat.track('minimize_from_open');
  chat.track('expand_from_minimized');
  chat.instrumentation.endTurn();
  chat.track('chat_closed');
  expect(chat.tree()).toEqual([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity closed: trigger_clicked#1 minimize_from_open#3 expand_from_minimized#4 chat_closed#5',
    '    shopping_chat.turn answered: user_respond#2',
  ]);
});

test('an activity never ends while its turn is open, even if it is idle', () => {
  stopClock();
  const chat = ask({ limits: { activityIdleMillis: 10 * SECOND } });
  vi.advanceTimersByTime(30 * SECOND);
  expect(turns(chat)).toEqual([]);
  chat.instrumentation.endTurn();
  vi.advanceTimersByTime(11 * SECOND);
  expect(chat.tree()).toEqual([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity idle: trigger_clicked#1',
    '    shopping_chat.turn answered: user_respond#2',
  ]);
  expect(chat.tracing.spans.map(times)).toEqual([
    [0, 1],
    [0, 30_000],
    [0, 30_000],
  ]);
});

test('endTurn() without a turn, and twice, does nothing', () => {
  const chat = openChat();
  chat.instrumentation.endTurn({ error: 'early' });
  chat.track('user_respond');
  chat.instrumentation.endTurn();
  chat.instrumentation.endTurn({ error: 'late' });
  chat.track('chat_closed');
  expect(chat.tree()).toEqual([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity closed: chat_closed#2',
    '    shopping_chat.turn answered: user_respond#1',
  ]);
});
