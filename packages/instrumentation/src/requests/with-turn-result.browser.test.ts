import { expect, onTestFinished, test, vi } from 'vitest';
import { turnEnds } from '../../test/asked-chat.ts';
import { chatUrl, eventually } from '../../test/chat-request.ts';
import type { OpenChat } from '../../test/open-chat.ts';
import { openChat } from '../../test/open-chat.ts';

function open(): OpenChat {
  const chat = openChat({ limits: { turnGraceMillis: 0 } });
  chat.track('trigger_clicked');
  return chat;
}

class Answer<T> extends Promise<T> {
  json(): string {
    return 'read';
  }
}

/** As ky: a promise of the platform with methods of its own. */
const withMethods = () => Object.assign(Promise.resolve({}), { json: () => Promise.resolve('read') });

test.each<[string, () => unknown]>([
  ['a promise', () => Promise.resolve('answer')],
  ['a promise with methods', withMethods],
  ['a frozen promise', () => Object.freeze(Promise.resolve('answer'))],
  ['a promise of a class', () => Answer.resolve('answer')],
  // biome-ignore lint/suspicious/noThenProperty: other libraries have them
  ['a thenable', () => ({ then: (resolve: (value: string) => void) => resolve('answer') })],
  ['a proxy of a promise', () => new Proxy(Promise.resolve('answer'), {})],
  // biome-ignore lint/suspicious/noThenProperty: other libraries have them
  ['a function with a then', () => Object.assign(() => {}, { then: () => {} })],
  ['a response', () => new Response()],
])('withTurn() returns %s as it is', async (_what, make) => {
  const chat = open();
  const work = make();
  expect(chat.instrumentation.withTurn(() => work) === work).toBe(true);
  await eventually(() => turnEnds(chat), [['answered', undefined]]);
});

test('the result keeps its methods, its class and its own properties', async () => {
  const chat = open();
  const { json } = chat.instrumentation.withTurn(withMethods);
  expect(await json()).toBe('read');
  const answer = chat.instrumentation.withTurn(() => Answer.resolve('answer') as Answer<string>);
  expect([answer.json(), answer.constructor, Object.getOwnPropertyNames(answer)]).toEqual([
    'read',
    Answer,
    [],
  ]);
  expect(await answer).toBe('answer');
});

test.each<[string, () => Promise<unknown>]>([
  ['a promise with methods', () => Object.assign(Promise.reject(new RangeError()), { json() {} })],
  ['a promise of a class', () => Answer.reject(new RangeError())],
])('the turn fails with %s', async (_what, make) => {
  const chat = open();
  await expect(chat.instrumentation.withTurn(make)).rejects.toThrow(RangeError);
  await eventually(() => turnEnds(chat), [['failed', undefined]]);
});

test('a query that runs when its then is called is not run', async () => {
  const chat = open();
  let runs = 0;
  class Query {
    // biome-ignore lint/suspicious/noThenProperty: as database clients do
    then(resolve: (value: string) => void): void {
      runs += 1;
      resolve('rows');
    }
  }
  class LazyPromise<T> extends Promise<T> {
    // biome-ignore lint/suspicious/noThenProperty: as lazy promises do
    override then(...args: Parameters<Promise<T>['then']>): Promise<never> {
      runs += 1;
      return Reflect.apply(Promise.prototype.then, this, args) as Promise<never>;
    }
  }
  const query = chat.instrumentation.withTurn(() => new Query());
  const lazy = chat.instrumentation.withTurn(() => new LazyPromise<string>((resolve) => resolve('rows')));
  await eventually(() => turnEnds(chat).length, 1);
  expect(runs).toBe(0);
  expect([await query, await lazy, runs]).toEqual(['rows', 'rows', 2]);
});

/** Collects the reasons of rejections that the browser reports as unhandled. */
function watchUnhandled(): unknown[] {
  const reasons: unknown[] = [];
  const listener = (event: PromiseRejectionEvent) => {
    reasons.push(event.reason);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const print = vi.spyOn(console, 'error').mockImplementation(() => {});
  addEventListener('unhandledrejection', listener, true);
  onTestFinished(() => {
    removeEventListener('unhandledrejection', listener, true);
    print.mockRestore();
  });
  return reasons;
}

test('a rejection that nobody handles is reported, one that is handled in any way is not', async () => {
  const chat = open();
  const reasons = watchUnhandled();
  const reject = (reason: string) =>
    chat.instrumentation.withTurn(async () => {
      await (await fetch(chatUrl({ area: 'other' }))).text();
      throw reason;
    });
  const handled = [
    reject('await').catch(() => {}),
    reject('then').then(undefined, () => {}),
    Promise.allSettled([reject('all')]),
    (async () => {
      try {
        await reject('try');
      } catch {}
    })(),
    new Promise((resolve) => resolve(reject('resolve'))).catch(() => {}),
  ];
  void reject('nobody');
  await Promise.all(handled);
  await eventually(() => reasons, ['nobody']);
  await (await fetch(chatUrl({ area: 'other' }))).text();
  expect(reasons).toEqual(['nobody']);
});
