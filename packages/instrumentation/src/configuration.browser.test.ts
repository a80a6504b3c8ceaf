import { registerInstrumentations } from '@opentelemetry/instrumentation';
import { expect, onTestFinished, test, vi } from 'vitest';
import { chatUrl } from '../test/chat-request.ts';
import { openChat } from '../test/open-chat.ts';
import { hidePage, stopClock } from '../test/page-moments.ts';
import { manualSource, ShoppingChatInstrumentation } from './index.ts';

const question = { type: 'text', message: 'Is it warm?' };
const TEXT = 'shopping_chat.message.text';

test('setConfig() applies to what is reported next, and not to what was reported before', () => {
  const source = manualSource();
  const sources = [source];
  const chat = openChat({ sources });
  source.emit({ action: 'user_respond', ...question });
  chat.instrumentation.setConfig({ sources, contentCapture: 'all' });
  source.emit({ action: 'user_respond', ...question });
  chat.instrumentation.setConfig({ sources, contentCapture: 'none' });
  source.emit({ action: 'user_respond', ...question });
  chat.instrumentation.disable();
  expect(chat.events().map(({ attributes }) => attributes[TEXT])).toEqual([
    undefined,
    'Is it warm?',
    undefined,
  ]);
  expect(chat.instrumentation.problems()).toEqual({});
});

test('setConfig() changes limits, sink, ignored actions and payload attributes of a running chat', () => {
  const source = manualSource();
  const sources = [source];
  const chat = openChat({ sources });
  source.emit({ action: 'trigger_clicked' });
  chat.instrumentation.setConfig({
    sources,
    eventSink: 'logs/dup',
    ignoreActions: ['product_select'],
    limits: { maxActivityEvents: 2 },
    payloadAttributes: { shop_view: 'shop.view' },
  });
  source.emit({ action: 'product_select' });
  source.emit({ action: 'mini_pdp_click', shop_view: 'grid' });
  expect(chat.tree()).toEqual([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity event_limit: trigger_clicked#1 mini_pdp_click#2',
  ]);
  expect(chat.tracing.logs.map(({ attributes }) => attributes['shop.view'])).toEqual(['grid']);
});

test('setConfig() says once which options need a restart, and the running ones stay', () => {
  const chat = openChat();
  const later = manualSource();
  const config = { sources: [later], requests: { subscribe: () => () => {} } };
  chat.instrumentation.setConfig(config);
  chat.instrumentation.setConfig(config);
  later.emit({ action: 'trigger_clicked' });
  chat.track('chat_closed');
  expect(chat.events().map(({ attributes }) => attributes['shopping_chat.action'])).toEqual(['chat_closed']);
  expect(chat.warnings).toEqual([
    'needs_restart: sources: call disable() and enable()',
    'needs_restart: requests: call disable() and enable()',
  ]);
  chat.instrumentation.disable();
  chat.instrumentation.enable();
  later.emit({ action: 'chat_closed' });
  expect(chat.events()).toHaveLength(2);
});

test('setConfig() with enabled: false disables, and no setConfig() enables', () => {
  const chat = openChat();
  chat.instrumentation.setConfig({ enabled: false });
  expect(chat.instrumentation.getConfig().enabled).toBe(false);
  chat.instrumentation.setConfig({ enabled: true });
  expect(chat.instrumentation.getConfig().enabled).toBe(false);
  chat.track('chat_closed');
  expect(chat.tracing.spans).toEqual([]);
});

test('getConfig().enabled says whether events are recorded', () => {
  const instrumentation = new ShoppingChatInstrumentation({ enabled: false });
  const isEnabled = () => instrumentation.getConfig().enabled;
  expect(isEnabled()).toBe(false);
  registerInstrumentations({ instrumentations: [instrumentation] });
  expect(isEnabled()).toBe(false);
  instrumentation.enable();
  expect(isEnabled()).toBe(true);
  registerInstrumentations({ instrumentations: [instrumentation] });
  expect(isEnabled()).toBe(true);
  instrumentation.disable();
  expect(isEnabled()).toBe(false);
  registerInstrumentations({ instrumentations: [instrumentation] });
  expect(isEnabled()).toBe(false);
});

test('enable() enables right after the instrumentation was registered', () => {
  const chat = openChat({ enabled: false });
  chat.instrumentation.enable();
  chat.track('chat_closed');
  expect(chat.events()).toHaveLength(1);
});

test('payloadAttributes pass the redact hook, and a value that it leaves alone keeps its type', () => {
  const chat = openChat({
    payloadAttributes: { email: 'shop.email', visits: 'shop.visits', tags: 'shop.tags' },
    contentCapture: 'none',
    redact: (text, { attribute }) => (attribute === 'shop.visits' ? text : text.replace(/\S+@\S+/, '…')),
  });
  chat.track('trigger_clicked', { email: 'jane@example.com', visits: 7, tags: ['new', 'jane@example.com'] });
  hidePage();
  expect(chat.events()[0]?.attributes).toMatchObject({
    'shop.email': '…',
    'shop.visits': 7,
    'shop.tags': ['new', '…'],
  });
});

test.each(['my card is 4111 1111 1111 1111', 'jane@example.org', `${'x'.repeat(127)}👕`])(
  'an action that is no identifier is counted, and recorded nowhere: %s',
  (action) => {
    const chat = openChat();
    chat.track(action);
    chat.instrumentation.disable();
    expect(chat.tracing.spans).toEqual([]);
    expect(chat.warnings).toEqual(['unknown_action: not a name']);
  },
);

test('a limit that is not a number sets no timer', () => {
  stopClock();
  const chat = openChat({ limits: { activityIdleMillis: Number.NaN } });
  chat.track('trigger_clicked');
  vi.advanceTimersByTime(5_000);
  expect(vi.getTimerCount()).toBe(0);
  chat.track('chat_closed');
  expect(chat.events()).toHaveLength(2);
});

test('infinite or undefined limits neither end a turn at once nor keep the page busy', async () => {
  const endless = Number.POSITIVE_INFINITY;
  const limits = {
    activityIdleMillis: endless,
    maxActivityMillis: endless,
    turnTimeoutMillis: endless,
    turnGraceMillis: endless,
  };
  const source = manualSource();
  const chat = openChat({ sources: [source], limits: { ...limits, maxActivityEvents: undefined as never } });
  const timers = vi.spyOn(window, 'setTimeout');
  onTestFinished(() => timers.mockRestore());
  source.emit({ action: 'user_respond' });
  chat.instrumentation.withTurn(() => {});
  for (let count = 0; count < 31; count += 1) source.emit({ action: 'product_select' });
  await (await fetch(chatUrl({ area: 'other' }))).text();
  expect(timers.mock.calls.length).toBeLessThan(6);
  expect(chat.tree()).toEqual(['trace 1: shopping_chat.session']);
  source.emit({ action: 'product_select' });
  expect(chat.tree()).toHaveLength(2);
});
