import { expect, test, vi } from 'vitest';
import type { OpenChat } from '../../test/open-chat.ts';
import { nextPage, openChat } from '../../test/open-chat.ts';
import { leavePage, sleepFor, stopClock } from '../../test/page-moments.ts';
import type { RecordedSpan } from '../../test/recorded-span.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

function sessions({ tracing }: OpenChat): RecordedSpan[] {
  return tracing.spans.filter(({ name }) => name === 'shopping_chat.session');
}

/** Whether the first two traces are of one chat session. */
function sameSession(chat: OpenChat): boolean {
  const [first, second] = sessions(chat).map(({ attributes }) => attributes['shopping_chat.session.id']);
  return first === second;
}

test('after half an hour without an event a new chat session begins, linked to the earlier one', () => {
  stopClock();
  const chat = openChat();
  chat.track('trigger_clicked');
  chat.track('chat_closed');
  vi.advanceTimersByTime(31 * MINUTE);
  chat.track('trigger_clicked');
  chat.track('chat_closed');
  expect(chat.tree()).toEqual([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity closed: trigger_clicked#1 chat_closed#2',
    'trace 2: shopping_chat.session idle -> trace 1',
    '  shopping_chat.activity closed: trigger_clicked#1 chat_closed#2',
  ]);
  expect(sameSession(chat)).toBe(false);
  const [first, second] = sessions(chat);
  expect(second?.links).toEqual([{ traceId: first?.traceId, spanId: first?.spanId }]);
});

test('a chat that was closed and opened again within half an hour stays one chat session', () => {
  stopClock();
  const chat = openChat();
  chat.track('chat_closed');
  vi.advanceTimersByTime(29 * MINUTE);
  chat.track('chat_closed');
  expect(chat.tree()).toEqual([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity closed: chat_closed#1',
    '  shopping_chat.activity closed: chat_closed#2',
  ]);
});

test('idle time counts over page loads', () => {
  stopClock();
  const chat = openChat();
  chat.track('trigger_clicked');
  leavePage();
  vi.advanceTimersByTime(31 * MINUTE);
  nextPage({}, chat.tracing).track('chat_closed');
  expect(chat.tree()).toEqual([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity hidden: trigger_clicked#1',
    'trace 2: shopping_chat.session idle -> trace 1',
    '  shopping_chat.activity closed: chat_closed#1',
  ]);
});

test('after four hours the same chat session continues in a new trace', () => {
  stopClock();
  const chat = openChat();
  for (let passed = 0; passed <= 4 * HOUR; passed += 20 * MINUTE) {
    chat.track('chat_closed');
    vi.advanceTimersByTime(20 * MINUTE);
  }
  chat.track('chat_closed');
  const closed = Array.from(
    { length: 13 },
    (_, index) => `  shopping_chat.activity closed: chat_closed#${index + 1}`,
  );
  expect(chat.tree()).toEqual([
    'trace 1: shopping_chat.session',
    ...closed,
    'trace 2: shopping_chat.session age -> trace 1',
    '  shopping_chat.activity closed: chat_closed#14',
  ]);
  expect(sameSession(chat)).toBe(true);
});

test('after maxTraceSpans the same chat session continues in a new trace', () => {
  const chat = openChat({ limits: { maxTraceSpans: 3 } });
  for (let count = 0; count < 3; count += 1) chat.track('chat_closed');
  expect(chat.tree()).toEqual([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity closed: chat_closed#1',
    '  shopping_chat.activity closed: chat_closed#2',
    'trace 2: shopping_chat.session span_count -> trace 1',
    '  shopping_chat.activity closed: chat_closed#3',
  ]);
  expect(sameSession(chat)).toBe(true);
});

test('another conversation continues in a new trace of the same chat session', () => {
  const chat = openChat();
  chat.track('trigger_clicked');
  chat.instrumentation.setConversationId('c1');
  chat.track('product_select');
  chat.instrumentation.setConversationId('c2');
  chat.track('product_select');
  chat.track('chat_closed');
  expect(chat.tree()).toEqual([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity rollover: trigger_clicked#1 product_select#2',
    'trace 2: shopping_chat.session conversation_changed -> trace 1',
    '  shopping_chat.activity closed: product_select#3 chat_closed#4',
  ]);
  expect(sameSession(chat)).toBe(true);
  expect(sessions(chat).map(({ attributes }) => attributes['gen_ai.conversation.id'])).toEqual([
    undefined,
    'c2',
  ]);
});

test('a conversation id is kept over page loads, and setting it again changes nothing', () => {
  const chat = openChat();
  chat.track('trigger_clicked');
  chat.instrumentation.setConversationId('c1');
  leavePage();
  const second = nextPage({}, chat.tracing);
  second.track('minimize_from_open');
  second.instrumentation.setConversationId('c1');
  second.track('chat_closed');
  expect(chat.tree()).toEqual([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity hidden: trigger_clicked#1',
    '  shopping_chat.activity minimized: minimize_from_open#2',
    '  shopping_chat.activity closed: chat_closed#3',
  ]);
  expect(chat.tracing.spans.map(({ attributes }) => attributes['gen_ai.conversation.id'])).toEqual([
    undefined,
    undefined,
    'c1',
    'c1',
  ]);
});

test.each([
  ['sampled', 'unsampled', true],
  ['unsampled', 'sampled', false],
])(
  'a page that samples differently than the one before begins a new trace: %s, then %s',
  (_a, _b, before) => {
    let sampled = before;
    const chat = openChat({}, { ignoreParent: true, isSampled: () => sampled });
    chat.track('trigger_clicked');
    leavePage();
    sampled = !sampled;
    nextPage({}, chat.tracing).track('chat_closed');
    expect(chat.tree()).toEqual(
      before
        ? ['trace 1: shopping_chat.session', '  shopping_chat.activity hidden: trigger_clicked#1']
        : [
            'trace 1: shopping_chat.session sampling_changed -> trace ?',
            '  shopping_chat.activity closed: chat_closed#1',
          ],
    );
  },
);

test('an old or long trace is not left in the middle of a turn', () => {
  stopClock();
  const chat = openChat({ limits: { maxTraceSpans: 2, maxTraceAgeMillis: 10_000 } });
  chat.track('user_respond');
  vi.advanceTimersByTime(20_000);
  chat.track('product_select');
  chat.instrumentation.endTurn();
  chat.track('chat_closed');
  expect(chat.tree()).toEqual([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity rollover: product_select#2',
    '    shopping_chat.turn answered: user_respond#1',
    'trace 2: shopping_chat.session age -> trace 1',
    '  shopping_chat.activity closed: chat_closed#3',
  ]);
});

test('a clock set back by hours begins one new chat session', () => {
  stopClock();
  const chat = openChat();
  chat.track('chat_closed');
  sleepFor(-5 * HOUR);
  chat.track('chat_closed');
  chat.track('chat_closed');
  expect(chat.tree()).toEqual([
    'trace 1: shopping_chat.session idle -> trace 2',
    '  shopping_chat.activity closed: chat_closed#1',
    '  shopping_chat.activity closed: chat_closed#2',
    'trace 2: shopping_chat.session',
    '  shopping_chat.activity closed: chat_closed#1',
  ]);
});

test('with traceScope turn each activity and each turn is its own trace, linked to its parent', () => {
  stopClock();
  const chat = openChat({ traceScope: 'turn' });
  chat.track('trigger_clicked');
  chat.track('user_respond');
  chat.instrumentation.endTurn();
  chat.track('chat_closed');
  chat.track('chat_closed');
  const links = Object.fromEntries(
    chat.tracing.spans.map((span) => [span.spanId, span.links.map(({ spanId }) => spanId)]),
  );
  const [session, turn, first, second] = chat.tracing.spans.map(({ spanId }) => spanId);
  expect(links).toEqual({
    [`${session}`]: [],
    [`${turn}`]: [first],
    [`${first}`]: [session],
    [`${second}`]: [session],
  });
  expect(new Set(chat.tracing.spans.map(({ traceId }) => traceId)).size).toBe(4);
  expect(chat.tree().map((line) => line.replace(/ -> .*/, ''))).toEqual([
    'trace 1: shopping_chat.session',
    'trace 2: shopping_chat.turn answered: user_respond#2',
    'trace 3: shopping_chat.activity closed: trigger_clicked#1 chat_closed#3',
    'trace 4: shopping_chat.activity closed: chat_closed#4',
  ]);
  expect(
    new Set(chat.tracing.spans.map(({ attributes }) => attributes['shopping_chat.session.id'])).size,
  ).toBe(1);
});
