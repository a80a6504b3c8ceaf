import { expect, it } from 'vitest';
import { isIdentifier } from './identifier.ts';

it.each([
  'chat_levitated',
  'chatOpened',
  'chat:opened',
  'chat-opened',
  'cart/add.v2',
  'close_2024',
  '__proto__',
  'x',
])('takes %s for a name', (text) => {
  expect(isIdentifier(text)).toBe(true);
});

it.each([
  'my card is 4111 1111 1111 1111',
  'card_4111111111111111',
  'searched for: jane@example.org pregnancy test',
  'jane@example.org',
  'Où',
  '431374',
  'order_431374',
  '',
  ' ',
  'a\n',
  'a'.repeat(65),
])('takes %j for something that a person may have written', (text) => {
  expect(isIdentifier(text)).toBe(false);
});
