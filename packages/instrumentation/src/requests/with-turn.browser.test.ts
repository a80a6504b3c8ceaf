import { context, trace } from '@opentelemetry/api';
import { expect, onTestFinished, test, vi } from 'vitest';
import { chatUrl, eventually, release, seen } from '../../test/chat-request.ts';
import type { OpenChat } from '../../test/open-chat.ts';
import { openChat } from '../../test/open-chat.ts';
import { chatRequestUrls } from '../index.ts';

const closed = [
  'trace 1: shopping_chat.session',
  '  shopping_chat.activity closed: trigger_clicked#1 chat_closed#2',
];

function open(): OpenChat {
  const chat = openChat({ requests: chatRequestUrls(['/chat']), limits: { turnGraceMillis: 0 } });
  chat.track('trigger_clicked');
  return chat;
}

/** The tree once a turn has ended and the widget was closed. */
async function treeAfterTurn(chat: OpenChat, turn: string): Promise<void> {
  await eventually(() => chat.tracing.spans.filter(({ name }) => name === 'shopping_chat.turn').length, 1);
  chat.track('chat_closed');
  expect(chat.tree()).toEqual([...closed, `    shopping_chat.turn ${turn}`]);
}

test('work runs in the context of a turn, which ends with it', async () => {
  const chat = open();
  const result = { answer: 42 };
  const seen: unknown[] = [];
  const given = chat.instrumentation.withTurn(() => {
    seen.push(trace.getActiveSpan()?.isRecording());
    return result;
  });
  expect([given === result, seen, trace.getSpan(context.active())]).toEqual([true, [true], undefined]);
  await treeAfterTurn(chat, 'answered');
});

test('work may return a value that throws on access', async () => {
  const chat = open();
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  expect(chat.instrumentation.withTurn(() => proxy) === proxy).toBe(true);
  await treeAfterTurn(chat, 'answered');
});

test('a turn waits for the promise of its work', async () => {
  const chat = open();
  let resolve: (value: string) => void = () => {};
  const work = chat.instrumentation.withTurn(() => new Promise<string>((done) => (resolve = done)));
  expect(chat.tracing.spans).toHaveLength(1);
  resolve('answer');
  expect(await work).toBe('answer');
  await treeAfterTurn(chat, 'answered');
});

test('work that rejects fails the turn, and the page gets the reason', async () => {
  const chat = open();
  const reason = new RangeError('secret');
  await expect(chat.instrumentation.withTurn(() => Promise.reject(reason))).rejects.toBe(reason);
  await treeAfterTurn(chat, 'failed (RangeError)');
});

test('work that throws fails the turn, and the page gets the exception', async () => {
  const chat = open();
  const failure = new RangeError('secret');
  let caught: unknown;
  try {
    chat.instrumentation.withTurn(() => {
      throw failure;
    });
  } catch (error) {
    caught = error;
  }
  expect(caught).toBe(failure);
  await treeAfterTurn(chat, 'failed (RangeError)');
});

test.each([undefined, null, 'reason', { name: 7 }])('work that throws %s fails the turn', async (reason) => {
  const chat = open();
  await expect(chat.instrumentation.withTurn(() => Promise.reject(reason))).rejects.toBe(reason);
  await treeAfterTurn(chat, 'failed (_OTHER)');
});

test('the name of an error that work fails with is truncated, and counts for the export', async () => {
  const chat = openChat({ limits: { maxValueLength: 2_000, maxActivityBytes: 5_000 } });
  const failure = Object.assign(new Error('secret'), { name: 'x'.repeat(9_000) });
  const work = () => {
    throw failure;
  };
  const flushes: number[] = [];
  for (let count = 0; count < 2; count += 1) {
    expect(() => chat.instrumentation.withTurn(work)).toThrow(failure);
    chat.instrumentation.endTurn();
    chat.track('product_select');
    await Promise.resolve();
    flushes.push(chat.tracing.flushes);
  }
  const turns = chat.tracing.spans.filter(({ name }) => name === 'shopping_chat.turn');
  expect(turns.map(({ attributes }) => String(attributes['error.type']).length)).toEqual([2_000, 2_000]);
  expect(flushes).toEqual([0, 1]);
});

test('work joins the turn that is open', async () => {
  const chat = openChat();
  chat.track('user_respond');
  await chat.instrumentation.withTurn(() => Promise.resolve());
  chat.track('chat_closed');
  expect(chat.tree()).toEqual([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity closed: chat_closed#2',
    '    shopping_chat.turn answered: user_respond#1',
  ]);
});

test('requests that work makes belong to its turn', async () => {
  const chat = open();
  await chat.instrumentation.withTurn(async () => (await fetch(chatUrl(), { method: 'POST' })).text());
  await treeAfterTurn(chat, 'answered');
  expect(chat.tracing.spans[1]?.attributes['shopping_chat.turn.request_count']).toBe(1);
});

test('while disabled, withTurn() only runs the work', async () => {
  const chat = openChat({ enabled: false });
  expect(chat.instrumentation.withTurn(() => 'done')).toBe('done');
  expect(() =>
    chat.instrumentation.withTurn(() => {
      throw new Error('page');
    }),
  ).toThrow('page');
  expect(chat.tracing.spans).toEqual([]);
});

test.each<[string, (chat: OpenChat) => Promise<unknown>]>([
  [
    'withTurn',
    ({ instrumentation }) => instrumentation.withTurn(() => Promise.reject(new Error('unhandled'))),
  ],
  ['fetch', () => fetch(chatUrl({ query: 'refuse' }), { method: 'POST' })],
])(
  'a rejection of %s that the page does not handle is reported by the browser, once',
  async (_what, reject) => {
    const chat = open();
    const reasons: unknown[] = [];
    const listener = (event: PromiseRejectionEvent) => {
      reasons.push(event.reason.message);
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    addEventListener('unhandledrejection', listener, true);
    // The test runner prints what it leaves to the page's own listeners.
    const print = vi.spyOn(console, 'error').mockImplementation(() => {});
    onTestFinished(() => {
      removeEventListener('unhandledrejection', listener, true);
      print.mockRestore();
    });
    void reject(chat);
    await eventually(() => reasons.length, 1);
    await (await fetch(chatUrl({ area: 'other' }))).text();
    expect(reasons).toHaveLength(1);
  },
);

test('a rejection that the page handles is not reported', async () => {
  const chat = open();
  const reasons: unknown[] = [];
  const listener = (event: PromiseRejectionEvent) => reasons.push(event.reason);
  addEventListener('unhandledrejection', listener, true);
  onTestFinished(() => removeEventListener('unhandledrejection', listener, true));
  await chat.instrumentation.withTurn(() => Promise.reject(new Error('handled'))).catch(() => {});
  await fetch(chatUrl({ query: 'refuse' }), { method: 'POST' }).catch(() => {});
  await (await fetch(chatUrl({ area: 'other' }))).text();
  expect(reasons).toEqual([]);
});

test('a turn waits for a native promise where the page replaced the Promise class', async () => {
  // As zone.js does: an async function's promise is none of that class.
  vi.stubGlobal('Promise', class<T> extends Promise<T> {});
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  const chat = open();
  const url = chatUrl({ area: 'other', query: 'hold' });
  const work = chat.instrumentation.withTurn(async () => (await fetch(url, { method: 'POST' })).text());
  await expect.poll(async () => (await seen(url)).length).toBe(1);
  expect(chat.tracing.spans.map(({ name }) => name)).toEqual(['shopping_chat.session']);
  await release(url);
  await work;
});
