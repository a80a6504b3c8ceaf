import { expect, onTestFinished, test, vi } from 'vitest';
import { nextPage, openChat, openTracing } from '../../test/open-chat.ts';
import { leavePage, stopClock } from '../../test/page-moments.ts';
import { manualSource } from '../index.ts';

const KEY = 'chatspan.session';

/** What a page stores that is left in the middle of a chat. */
function storedState(): string {
  const chat = openChat();
  chat.track('trigger_clicked');
  leavePage();
  const stored = sessionStorage.getItem(KEY);
  chat.instrumentation.disable();
  chat.tracing.stop();
  return stored ?? '';
}

function change(stored: string, changes: Record<string, unknown>): string {
  return JSON.stringify({ ...JSON.parse(stored), ...changes });
}

test.each<[string, (stored: string) => string]>([
  ['empty', () => ''],
  ['no JSON', (stored) => stored.slice(0, -5)],
  ['null', () => 'null'],
  ['a number', () => '7'],
  ['of a later version', (stored) => change(stored, { v: 2 })],
  ['without an id', (stored) => change(stored, { id: undefined })],
  ['with an id that is no id', (stored) => change(stored, { id: '<script>' })],
  ['without a root', (stored) => change(stored, { trace: undefined, root: undefined })],
  ['with a root of zeros', (stored) => change(stored, { trace: ['0'.repeat(32), '0'.repeat(16), 1] })],
  ['with a number that is none', (stored) => change(stored, { seq: '12' })],
  ['with a number beyond all', (stored) => change(stored, { seq: 1e300 })],
  ['without a time', (stored) => change(stored, { lastAt: null })],
  ['with turns that are none', (stored) => change(stored, { ratable: 'x' })],
  ['with a turn that is none', (stored) => change(stored, { ratable: [null] })],
  ['with something remembered that is no text', (stored) => change(stored, { remembered: { a: 7 } })],
])('stored state that is %s is dropped, and a new chat begins', (_how, spoil) => {
  sessionStorage.setItem(KEY, spoil(storedState()));
  const chat = nextPage({}, openTracing());
  chat.track('thumbs_up', { message_id: 'm1' });
  chat.track('chat_closed');
  expect(chat.tree()).toEqual([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity closed: thumbs_up#1 chat_closed#2',
  ]);
  expect(chat.instrumentation.problems()).toEqual({});
});

test('stored state is continued after an unreadable event', () => {
  sessionStorage.setItem(KEY, storedState());
  const source = manualSource();
  const chat = nextPage({ sources: [source] }, openTracing());
  const actions: unknown[] = [7, 'product_select'];
  source.emit({
    get action() {
      return actions.pop() as string;
    },
  });
  leavePage();
  source.emit({ action: 'chat_closed' });
  expect(chat.instrumentation.problems()).toEqual({ unknown_action: 1 });
  expect(chat.tree()).toEqual(['trace 1: parent missing: shopping_chat.activity closed: chat_closed#2']);
});

test('valid stored state is continued', () => {
  sessionStorage.setItem(KEY, storedState());
  const chat = nextPage({}, openTracing());
  chat.track('chat_closed');
  expect(chat.tree()).toEqual(['trace 1: parent missing: shopping_chat.activity closed: chat_closed#2']);
});

test.each<[string, () => void]>([
  ['forbidden', () => replaceStorage({ get: forbidden })],
  ['missing', () => replaceStorage({ value: undefined })],
  ['full', () => vi.spyOn(Storage.prototype, 'setItem').mockImplementation(forbidden)],
  ['unreadable', () => vi.spyOn(Storage.prototype, 'getItem').mockImplementation(forbidden)],
])('with storage that is %s the chat lives in memory', (_how, spoil) => {
  const chat = openChat();
  spoil();
  onTestFinished(() => {
    vi.restoreAllMocks();
    Reflect.deleteProperty(window, 'sessionStorage');
    Object.defineProperty(window, 'sessionStorage', original as PropertyDescriptor);
  });
  chat.track('trigger_clicked');
  chat.track('minimize_from_open');
  chat.track('chat_closed');
  chat.instrumentation.disable();
  expect(chat.tree()).toEqual([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity minimized: trigger_clicked#1 minimize_from_open#2',
    '  shopping_chat.activity closed: chat_closed#3',
  ]);
});

const original = Object.getOwnPropertyDescriptor(window, 'sessionStorage');

function replaceStorage(descriptor: PropertyDescriptor): void {
  Object.defineProperty(window, 'sessionStorage', { configurable: true, ...descriptor });
}

function forbidden(): never {
  throw new DOMException('forbidden', 'SecurityError');
}

test('storage is not used while the widget waits, and once when the trace begins', () => {
  const source = manualSource();
  const chat = openChat({ sources: [source] });
  const spies = (['getItem', 'setItem', 'removeItem'] as const).map((name) =>
    vi.spyOn(Storage.prototype, name),
  );
  onTestFinished(() => {
    vi.restoreAllMocks();
  });
  const calls = () => spies.map(({ mock }) => mock.calls.length);
  source.emit({ action: 'trigger_clicked' });
  for (let count = 0; count < 20; count += 1) source.emit({ action: 'product_select' });
  source.emit({ action: 'user_respond' });
  source.emit({ action: 'chat_closed' });
  expect(calls()).toEqual([0, 0, 0]);
  chat.tree();
  expect(calls()).toEqual([1, 1, 0]);
});

test('the state is stored when a chat begins, and within a second after each change', () => {
  stopClock();
  const chat = openChat();
  const stored = vi.spyOn(Storage.prototype, 'setItem');
  onTestFinished(() => {
    vi.restoreAllMocks();
  });
  chat.track('trigger_clicked');
  vi.advanceTimersByTime(999);
  chat.track('product_select');
  const numbers = () => stored.mock.calls.map(([, value]) => JSON.parse(value).seq);
  expect(numbers()).toEqual([0, 1]);
  vi.advanceTimersByTime(1_000);
  expect(numbers()).toEqual([0, 1, 2]);
});

test('a second after spans ended the state is stored once', () => {
  stopClock();
  const chat = openChat();
  const stored = vi.spyOn(Storage.prototype, 'setItem');
  onTestFinished(() => {
    vi.restoreAllMocks();
  });
  chat.track('user_respond');
  vi.advanceTimersByTime(1_000);
  stored.mockClear();
  chat.instrumentation.endTurn();
  chat.track('minimize_from_open');
  chat.track('expand_from_minimized');
  vi.advanceTimersByTime(999);
  expect(stored.mock.calls).toHaveLength(0);
  vi.advanceTimersByTime(1);
  expect(stored.mock.calls).toHaveLength(1);
  expect(JSON.parse(stored.mock.calls[0]?.[1] as string)).toMatchObject({ seq: 3, turnSeq: 1 });
});

test('state is stored after an activity was cut, even if nothing follows', () => {
  stopClock();
  const chat = openChat();
  for (let count = 0; count < 32; count += 1) chat.track('product_select');
  vi.advanceTimersByTime(120_000);
  leavePage();
  nextPage({}, chat.tracing).track('chat_closed');
  expect(chat.tree()[2]).toBe('  shopping_chat.activity closed: chat_closed#33');
});

test('storage that fails during a chat does not bring back older state', () => {
  const chat = openChat();
  chat.track('chat_closed');
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(forbidden);
  onTestFinished(() => {
    vi.restoreAllMocks();
  });
  chat.track('chat_closed');
  chat.track('chat_closed');
  expect(chat.events().map(({ attributes }) => attributes['shopping_chat.event.seq'])).toEqual([1, 2, 3]);
});

test('a conversation id set while nothing is open is known on the next page', () => {
  const chat = openChat();
  chat.track('chat_closed');
  chat.instrumentation.setConversationId('c1');
  leavePage();
  nextPage({}, chat.tracing).track('chat_closed');
  expect(chat.tracing.spans.at(-1)?.attributes['gen_ai.conversation.id']).toBe('c1');
});

test('an answer’s ids given while nothing is open are known on the next page', () => {
  const chat = openChat();
  chat.track('user_respond');
  chat.instrumentation.endTurn();
  const turn = chat.tracing.spans.at(-1);
  chat.track('chat_closed');
  chat.instrumentation.endTurn({ messageId: 'm1' });
  leavePage();
  const second = nextPage({}, chat.tracing);
  second.track('thumbs_up', { message_id: 'm1' });
  second.track('chat_closed');
  expect(chat.tracing.spans.at(-1)?.events[0]?.attributes['shopping_chat.turn.span_id']).toBe(turn?.spanId);
});

test('a page restored from the back/forward cache continues where the later page stopped', () => {
  const chat = openChat();
  chat.track('trigger_clicked');
  leavePage();
  const second = nextPage({}, chat.tracing);
  second.track('product_select');
  second.track('product_select');
  leavePage();
  dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  chat.track('chat_closed');
  expect(chat.tree()).toEqual([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity hidden: trigger_clicked#1',
    '  shopping_chat.activity hidden: product_select#2 product_select#3',
    '  shopping_chat.activity closed: chat_closed#4',
  ]);
});

test('a restored page continues the tab’s state, even if it was asked for headers before', () => {
  const chat = openChat();
  chat.track('trigger_clicked');
  leavePage();
  chat.instrumentation.getTraceHeaders();
  const second = nextPage({}, chat.tracing);
  second.track('product_select');
  leavePage();
  chat.track('chat_closed');
  expect(chat.tree()).toEqual([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity hidden: trigger_clicked#1',
    '  shopping_chat.activity hidden: product_select#2',
    '  shopping_chat.activity closed: chat_closed#3',
  ]);
});
