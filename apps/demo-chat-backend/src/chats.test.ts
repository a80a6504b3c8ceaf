import { expect, test } from 'vitest';
import { Chats, changeContext, rememberAnswer } from './chats.ts';

test('the chat that was quiet for longest makes room, but never one that is being answered', () => {
  const chats = new Chats(2);
  const busy = chats.open('demo', 'busy');
  busy.busy = true;
  const quiet = chats.open('demo', 'quiet');
  chats.open('demo', 'new');
  expect(chats.open('demo', 'busy')).toBe(busy);
  expect(chats.open('demo', 'quiet')).not.toBe(quiet);
});

test('chats of two agents are two chats', () => {
  const chats = new Chats();
  expect(chats.open('demo', 'chat-1')).toBe(chats.open('demo', 'chat-1'));
  expect(chats.open('demo', 'chat-1')).not.toBe(chats.open('other', 'chat-1'));
});

test('the last 200 answered events are remembered, and 4000 tokens', () => {
  const chat = new Chats().open('demo', 'chat-1');
  for (let index = 1; index <= 201; index += 1)
    rememberAnswer(chat, `e${index}`, { foundIds: [], tokens: 30 });
  expect(chat.answeredEventIds.size).toBe(200);
  expect(chat.answeredEventIds.has('e1')).toBe(false);
  expect(chat.historyTokens).toBe(4_000);
});

test('what was found is remembered until something else is found', () => {
  const chat = new Chats().open('demo', 'chat-1');
  rememberAnswer(chat, 'e1', { foundIds: ['1', '2'], tokens: 1 });
  rememberAnswer(chat, 'e2', { foundIds: [], tokens: 1 });
  expect(chat.shownIds).toEqual(['1', '2']);
});

test('what was shown is forgotten when the shopper looks at something else', () => {
  const chat = new Chats().open('demo', 'chat-1');
  changeContext(chat, { currentItemIds: ['1', '2'] });
  rememberAnswer(chat, 'e1', { foundIds: ['3', '4'], tokens: 1 });
  changeContext(chat, { currentItemIds: ['1', '2'] });
  expect(chat.shownIds).toEqual(['3', '4']);
  changeContext(chat, { currentItemIds: ['5'] });
  expect(chat.shownIds).toEqual([]);
});

test('the product looked at most closely comes first, each once', () => {
  const chat = new Chats().open('demo', 'chat-1');
  changeContext(chat, { currentItemIds: ['1', '2'], currentItemId: '2', miniPageProduct: '3' });
  expect(chat.viewedIds).toEqual(['3', '2', '1']);
  changeContext(chat, { remove: ['shoppingCartList'] });
  expect(chat.viewedIds).toEqual(['3', '2', '1']);
  changeContext(chat, { remove: ['miniPageProduct'] });
  expect(chat.viewedIds).toEqual([]);
});
