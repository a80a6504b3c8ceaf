import { expect, test, vi } from 'vitest';
import { openChat } from '../../test/open-chat.ts';
import { hidePage, showPage, stopClock } from '../../test/page-moments.ts';
import { manualSource } from '../index.ts';

test.each([
  ['a number', 500, '_OTHER'],
  ['zero in an object', { name: 0 }, '_OTHER'],
  ['an error', new RangeError('private'), 'RangeError'],
  ['a class of errors', 'overloaded', 'overloaded'],
])('endTurn() with %s as its error ends the turn as failed', (_what, error, type) => {
  const chat = openChat();
  chat.track('user_respond');
  chat.instrumentation.endTurn({ error: error as never });
  chat.track('chat_closed');
  expect(chat.tree()).toEqual([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity closed: chat_closed#2',
    `    shopping_chat.turn failed (${type}): user_respond#1`,
  ]);
});

test.each([null, undefined, false, 0])(
  'endTurn() with %s as its error ends the turn as answered',
  (error) => {
    const chat = openChat();
    chat.track('user_respond');
    chat.instrumentation.endTurn({ error: error as never });
    chat.track('chat_closed');
    expect(chat.tree()).toEqual([
      'trace 1: shopping_chat.session',
      '  shopping_chat.activity closed: chat_closed#2',
      '    shopping_chat.turn answered: user_respond#1',
    ]);
  },
);

test('a turn that began on a hidden page continues when the page is shown', () => {
  const chat = openChat();
  hidePage();
  void chat.instrumentation.withTurn(() => new Promise(() => {}));
  showPage();
  chat.track('product_select');
  expect(chat.tree()).toEqual(['trace 1: shopping_chat.session']);
  chat.instrumentation.endTurn();
  chat.track('chat_closed');
  expect(chat.tree()).toEqual([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity closed: product_select#1 chat_closed#2',
    '    shopping_chat.turn answered',
  ]);
});

test('a long response id is truncated', () => {
  const chat = openChat();
  chat.track('user_respond');
  chat.instrumentation.endTurn({ responseId: 'r'.repeat(5_000) });
  const turn = chat.tracing.spans.find(({ name }) => name === 'shopping_chat.turn');
  expect(turn?.attributes['gen_ai.response.id']).toBe('r'.repeat(1_024));
});

test('a rating finds an answer whose id is a number', () => {
  const chat = openChat();
  chat.track('user_respond');
  chat.instrumentation.endTurn({ messageId: 7 as never });
  chat.track('thumbs_up', { message_id: 7 } as never);
  chat.track('chat_closed');
  const turn = chat.tracing.spans.find(({ name }) => name === 'shopping_chat.turn');
  const activity = chat.tracing.spans.find(({ name }) => name === 'shopping_chat.activity');
  expect(activity?.events[0]?.attributes?.['shopping_chat.turn.span_id']).toBe(turn?.spanId);
});

test('a question reported after its answer, in the grace time, is in that turn', () => {
  stopClock();
  const source = manualSource();
  const chat = openChat({ sources: [source] });
  chat.instrumentation.withTurn(() => {});
  vi.advanceTimersByTime(100);
  source.emit({ action: 'user_respond' });
  vi.advanceTimersByTime(5_000);
  chat.instrumentation.disable();
  expect(chat.tree()).toEqual([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity disabled',
    '    shopping_chat.turn answered: user_respond#1',
  ]);
});

test.each([
  ['closes', 'chat_closed', 'abandoned', 'closed: minimize_from_open#2 chat_closed#3'],
  ['expands', 'expand_from_minimized', 'timeout', 'disabled: minimize_from_open#2 expand_from_minimized#3'],
])(
  'a shopper who %s the widget just before the turn times out has done so before',
  (_what, action, turn, activity) => {
    stopClock();
    const source = manualSource();
    const chat = openChat({ sources: [source] });
    source.emit({ action: 'user_respond' });
    source.emit({ action: 'minimize_from_open' });
    vi.advanceTimersByTime(59_900);
    source.emit({ action });
    vi.advanceTimersByTime(2_000);
    chat.instrumentation.disable();
    expect(chat.tree()).toEqual([
      'trace 1: shopping_chat.session',
      `  shopping_chat.activity ${activity}`,
      `    shopping_chat.turn ${turn}: user_respond#1`,
    ]);
  },
);
