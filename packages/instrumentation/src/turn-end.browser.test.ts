import { expect, test } from 'vitest';
import { openChat } from '../test/open-chat.ts';
import { hidePage, showPage } from '../test/page-moments.ts';

test.each([
  ['a number', 500, '_OTHER'],
  ['zero in an object', { name: 0 }, '_OTHER'],
  ['an error', new RangeError('private'), 'RangeError'],
  ['a class of errors', 'overloaded', 'overloaded'],
])('endTurn() with %s as its error ends the turn as failed', (_what, error, type) => {
  const chat = openChat();
  chat.track('user_respond');
  chat.plugin.endTurn({ error: error as never });
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
    chat.plugin.endTurn({ error: error as never });
    chat.track('chat_closed');
    expect(chat.tree()).toEqual([
      'trace 1: shopping_chat.session',
      '  shopping_chat.activity closed: chat_closed#2',
      '    shopping_chat.turn answered: user_respond#1',
    ]);
  },
);

test('a turn that began on a hidden page goes on when the page is shown and something happens', () => {
  const chat = openChat();
  hidePage();
  void chat.plugin.withTurn(() => new Promise(() => {}));
  showPage();
  chat.track('product_select');
  expect(chat.tree()).toEqual(['trace 1: shopping_chat.session']);
  chat.plugin.endTurn();
  chat.track('chat_closed');
  expect(chat.tree()).toEqual([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity closed: product_select#1 chat_closed#2',
    '    shopping_chat.turn answered',
  ]);
});
