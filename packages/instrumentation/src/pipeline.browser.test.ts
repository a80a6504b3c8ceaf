import { registerInstrumentations } from '@opentelemetry/instrumentation';
import { expect, onTestFinished, test, vi } from 'vitest';
import { chatUrl } from '../test/chat-request.ts';
import type { OpenChat } from '../test/open-chat.ts';
import { openChat } from '../test/open-chat.ts';
import { goTo, hidePage, leavePage, stopClock } from '../test/page-moments.ts';
import { watchPage } from '../test/page-watch.ts';
import { eventLabel, spanTree } from '../test/span-tree.ts';
import type { ChatPayload, ManualChatEventSource, ShoppingChatInstrumentationConfig } from './index.ts';
import { chatRequestUrls, manualSource } from './index.ts';

/** A chat whose events are reported and not asked for. */
function reportingChat(
  config: ShoppingChatInstrumentationConfig = {},
): OpenChat & { readonly source: ManualChatEventSource } {
  const source = manualSource();
  return { ...openChat({ sources: [source], ...config }), source };
}

/** What is recorded by now, without asking the instrumentation for anything. */
const recorded = ({ tracing }: OpenChat) => spanTree(tracing.spans);

const CLOSED = ['trace 1: shopping_chat.session', '  shopping_chat.activity closed: chat_closed#1'];

test('an event is recorded after the task that reported it, with its own time', () => {
  stopClock();
  const chat = reportingChat();
  const start = Date.now();
  chat.source.emit({ action: 'chat_closed' });
  expect(recorded(chat)).toEqual([]);
  vi.advanceTimersByTime(1_000);
  expect(recorded(chat)).toEqual(CLOSED);
  expect(chat.tracing.spans.flatMap(({ events }) => events).map(({ timeMs }) => timeMs)).toEqual([start]);
});

test('changes of a payload after it was reported are not recorded', () => {
  const chat = reportingChat();
  const products = ['p1'];
  const payload = { action: 'product_select', product_id: 'p1', product_ids: products };
  chat.source.emit(payload);
  payload.product_id = 'p2';
  products.push('p2');
  chat.source.emit({ action: 'chat_closed' });
  expect(chat.events()[0]?.attributes).toMatchObject({
    'shopping_chat.product.id': 'p1',
    'shopping_chat.selection.product_ids': ['p1'],
  });
});

class Closing {
  get action(): string {
    return 'chat_closed';
  }
}

test.each<[string, ChatPayload]>([
  ['has its attributes from a class', new Closing()],
  ['has no prototype', Object.assign(Object.create(null), { action: 'chat_closed' })],
  [
    'has an attribute that cannot be read',
    {
      action: 'chat_closed',
      get product_id(): string {
        throw new Error('not there');
      },
    },
  ],
  [
    'does not tell its keys',
    new Proxy({} as ChatPayload, { get: (_, key) => ({ action: 'chat_closed' })[`${String(key)}`] }),
  ],
  [
    'does not tell its prototype',
    new Proxy(
      { action: 'chat_closed' },
      {
        getPrototypeOf: () => {
          throw new Error('not there');
        },
      },
    ),
  ],
  ['shows no action', Object.defineProperty({} as ChatPayload, 'action', { value: 'chat_closed' })],
])('a payload that %s is recorded at once, after earlier ones', (_what, payload) => {
  const chat = reportingChat();
  chat.source.emit({ action: 'product_select' });
  chat.source.emit(payload);
  expect(recorded(chat)).toEqual([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity closed: product_select#1 chat_closed#2',
  ]);
});

test.each([
  ['hidden', hidePage],
  ['left', leavePage],
])('events reported just before the page is %s are in one activity', (_how, end) => {
  const chat = reportingChat();
  for (const action of ['trigger_clicked', 'product_select', 'mini_pdp_click']) chat.source.emit({ action });
  end();
  expect(recorded(chat)).toEqual([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity hidden: trigger_clicked#1 product_select#2 mini_pdp_click#3',
  ]);
  expect(chat.tracing.flushes).toBe(1);
});

test('an event reported in a hidden page is recorded and exported at once', () => {
  const chat = reportingChat();
  hidePage();
  const { flushes } = chat.tracing;
  chat.source.emit({ action: 'product_select' });
  expect(recorded(chat)).toEqual([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity hidden: product_select#1',
  ]);
  expect(chat.tracing.flushes).toBe(flushes + 1);
});

test.each<[string, (chat: OpenChat) => void, string]>([
  ['the turn is ended', ({ instrumentation }) => instrumentation.endTurn(), 'answered'],
  [
    'the turn fails',
    ({ instrumentation }) => instrumentation.endTurn({ error: 'overloaded' }),
    'failed (overloaded)',
  ],
  ['the instrumentation is disabled', ({ instrumentation }) => instrumentation.disable(), 'abandoned'],
])('a question reported just before %s is in that turn', (_when, then, reason) => {
  const chat = reportingChat();
  chat.source.emit({ action: 'user_respond' });
  then(chat);
  chat.instrumentation.disable();
  expect(recorded(chat).at(-1)).toBe(`    shopping_chat.turn ${reason}: user_respond#1`);
});

test('requests that follow questions in one task belong to their turns', async () => {
  const chat = reportingChat({ requests: chatRequestUrls(['/chat']) });
  const ask = async () => {
    chat.source.emit({ action: 'user_respond' });
    await (await fetch(chatUrl(), { method: 'POST' })).text();
  };
  await Promise.all([ask(), ask()]);
  chat.instrumentation.endTurn();
  chat.instrumentation.disable();
  const turns = chat.tracing.spans.filter(({ name }) => name === 'shopping_chat.turn');
  const counts = turns.map(({ attributes }) => attributes['shopping_chat.turn.request_count']);
  expect(turns.map(({ events }) => events.map(eventLabel))).toEqual([['user_respond#1'], ['user_respond#2']]);
  expect(counts).toEqual([1, 1]);
});

test('more events in one task than the queue holds are all recorded', () => {
  const chat = reportingChat();
  for (let count = 0; count < 1_000; count += 1) chat.source.emit({ action: 'product_select' });
  leavePage();
  const numbers = chat.events().map(({ attributes }) => attributes['shopping_chat.event.seq']);
  expect(numbers).toEqual(Array.from({ length: 1_000 }, (_, index) => index + 1));
});

test('ten events set one timer', () => {
  const chat = reportingChat();
  const timers = vi.spyOn(window, 'setTimeout');
  onTestFinished(() => timers.mockRestore());
  for (let count = 0; count < 10; count += 1) chat.source.emit({ action: 'product_select' });
  expect(timers.mock.calls.map(([, delay]) => delay)).toEqual([20]);
});

test('an event reported before registerInstrumentations() is recorded by the registered provider', () => {
  stopClock();
  const chat = reportingChat();
  chat.source.emit({ action: 'chat_closed' });
  registerInstrumentations({ instrumentations: [chat.instrumentation] });
  vi.advanceTimersByTime(1_000);
  expect(recorded(chat)).toEqual(CLOSED);
});

test('a source that reports after disable() leaves no timer and no listener', () => {
  let report: (action: string) => void = () => {};
  const deaf = {
    subscribe(emit: (read: () => unknown) => void) {
      report = (action) => emit(() => ({ action }));
      return () => {};
    },
  };
  const chat = openChat({ sources: [deaf] });
  report('chat_closed');
  chat.instrumentation.disable();
  const watch = watchPage();
  report('trigger_clicked');
  expect([watch.listeners(), watch.timers()]).toEqual([[], 0]);
  expect(recorded(chat)).toEqual(CLOSED);
});

test('after a hook disabled the instrumentation no waiting event is recorded', () => {
  const chat = reportingChat({
    redact(text, { action }) {
      if (action === 'menu_click') chat.instrumentation.disable();
      return text;
    },
  });
  chat.source.emit({ action: 'trigger_clicked' });
  chat.source.emit({ action: 'menu_click', button_content: 'Help' });
  chat.source.emit({ action: 'product_select' });
  chat.instrumentation.flush();
  expect(recorded(chat)).toEqual([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity disabled: trigger_clicked#1',
  ]);
});

test("a hook that disables the instrumentation when it sees the page's address leaves nothing behind", () => {
  const chat = reportingChat({
    redact(text) {
      chat.instrumentation.disable();
      return text;
    },
  });
  chat.source.emit({ action: 'trigger_clicked' });
  chat.instrumentation.flush();
  expect(recorded(chat)).toEqual([]);
  expect(sessionStorage.length).toBe(0);
});

/** The pages of spans with this name, from the last part of their address. */
const pagesOf = ({ tracing }: OpenChat, name: string) =>
  tracing.spans
    .filter((span) => span.name === name)
    .map(({ attributes }) => String(attributes['browser.document.url.full']).split('/').at(-1));

test('spans have the address of the page where their events were reported, even if it was left at once', () => {
  const chat = reportingChat();
  for (const page of ['coats', 'parkas']) {
    goTo(page);
    chat.source.emit({ action: 'user_respond' });
  }
  goTo('checkout');
  chat.instrumentation.disable();
  expect(pagesOf(chat, 'shopping_chat.session')).toEqual(['coats']);
  expect(pagesOf(chat, 'shopping_chat.turn')).toEqual(['coats', 'parkas']);
});

test('a turn that a request opens has the address of the page that sends it', () => {
  const chat = reportingChat();
  goTo('coats');
  chat.source.emit({ action: 'trigger_clicked' });
  goTo('parkas');
  chat.instrumentation.withTurn(() => {});
  chat.instrumentation.disable();
  expect(pagesOf(chat, 'shopping_chat.activity')).toEqual(['coats']);
  expect(pagesOf(chat, 'shopping_chat.turn')).toEqual(['parkas']);
});
