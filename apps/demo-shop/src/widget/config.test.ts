import { expect, test } from 'vitest';
import { chatConfigAttribute, readConfig } from './config.ts';

test('fills in the documented defaults', () => {
  expect(readConfig()).toEqual({
    agentId: 'demo',
    chatUrl: 'http://localhost:8090',
    locale: 'en',
    currency: 'EUR',
    bubbleDelayMs: 2500,
    idleAfterMs: 300_000,
    requestLimitMs: 55_000,
  });
});

test('takes a chat URL with a slash at its end', () => {
  expect(readConfig({ chatUrl: 'https://chat.example/base/' }).chatUrl).toBe('https://chat.example/base');
});

test('says what is wrong with a chat URL that cannot be used', () => {
  expect(() => readConfig({ chatUrl: 'chat.example' })).toThrow(
    'clarity-demo: window.clarityConfig.chatUrl is "chat.example"; set it to the http(s) URL of the chat backend.',
  );
  expect(() => readConfig({ chatUrl: 'javascript:alert(1)' })).toThrow(TypeError);
});

test('describes the web chat as a JSON string', () => {
  expect(chatConfigAttribute(readConfig())).toBe(
    '{"agentId":"demo","locale":"en","currency":"EUR","position":"bottom-right","voice":true,"survey":true}',
  );
});
