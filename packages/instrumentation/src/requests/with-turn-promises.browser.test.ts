import { expect, test } from 'vitest';
import { openChat } from '../../test/open-chat.ts';

const open = () => openChat({ limits: { turnGraceMillis: 0 } });

/** As ky and wrappers of axios return it: a promise with methods of its own. */
function promiseWithMethods(): Promise<string> & { json(): string } {
  return Object.assign(Promise.resolve('answer'), { json: () => 'parsed' });
}

class Query<T> extends Promise<T> {
  limit(): string {
    return 'limited';
  }
}

test.each<[string, () => object]>([
  ['a promise with methods of its own', promiseWithMethods],
  ['a promise of a subclass', () => Query.resolve('row')],
  // biome-ignore lint/suspicious/noThenProperty: a page may have such objects.
  ['a thenable', () => ({ then: (done: (value: string) => void) => done('row') })],
  ['an object', () => ({ answer: 42 })],
])('withTurn() returns %s as it is', (_what, make) => {
  const chat = open();
  const result = make();
  expect(chat.instrumentation.withTurn(() => result)).toBe(result);
});

test('the turn waits for a promise with methods of its own', async () => {
  const chat = open();
  let answer = (_text: string) => {};
  const work = Object.assign(
    new Promise<string>((resolve) => {
      answer = resolve;
    }),
    { json: () => 'parsed' },
  );
  expect(chat.instrumentation.withTurn(() => work).json()).toBe('parsed');
  expect(chat.tracing.spans.map(({ name }) => name)).toEqual(['shopping_chat.session']);
  answer('answer');
  await work;
  chat.track('chat_closed');
  const turn = chat.tracing.spans.find(({ name }) => name === 'shopping_chat.turn');
  expect(turn?.attributes['shopping_chat.turn.end_reason']).toBe('answered');
});

test('a lazy query, whose then() runs it, is not run', () => {
  const chat = open();
  let runs = 0;
  class LazyQuery extends Promise<string> {
    // biome-ignore lint/suspicious/noThenProperty: a database client may have such classes.
    override then(): never {
      runs += 1;
      throw new Error('run');
    }
  }
  const query = new LazyQuery(() => {});
  expect(chat.instrumentation.withTurn(() => query)).toBe(query);
  expect(runs).toBe(0);
});

test('a failed promise with methods of its own fails the turn, and is reported once where the page handles it', async () => {
  const chat = open();
  const work = Object.assign(Promise.reject(new RangeError('no')), { json: () => 'parsed' });
  await expect(chat.instrumentation.withTurn(() => work)).rejects.toThrow('no');
  chat.track('chat_closed');
  const turn = chat.tracing.spans.find(({ name }) => name === 'shopping_chat.turn');
  expect(turn?.attributes['error.type']).toBe('RangeError');
});
