import { expect, onTestFinished, test, vi } from 'vitest';
import type { OpenChat } from '../../test/open-chat.ts';
import { nextPage, openChat } from '../../test/open-chat.ts';
import { leavePage } from '../../test/page-moments.ts';
import { now, pageTime, toEpochMillis } from './clock.ts';

/** Replaces a property until the test has finished. */
function replace(owner: object, name: string, value: unknown): void {
  const own = Object.getOwnPropertyDescriptor(owner, name);
  Object.defineProperty(owner, name, { configurable: true, writable: true, value });
  onTestFinished(() => {
    if (own) Object.defineProperty(owner, name, own);
    else Reflect.deleteProperty(owner, name);
  });
}

const realNow = Date.now;

// What scripts of old shops do to the page.
const STRANGE: Record<string, () => void> = {
  'with datejs, whose `Date.now()` gives a `Date`': () =>
    replace(Date, 'now', () => new Date(realNow.call(Date))),
  'whose clock gives fractions': () => replace(Date, 'now', () => realNow.call(Date) + 0.25),
  'whose clock gives nothing': () => replace(Date, 'now', () => undefined),
  'with Prototype 1.6, which gives arrays a `toJSON`': () => {
    for (const type of [Array, String, Number])
      replace(type.prototype, 'toJSON', function toJson(this: unknown) {
        return `"${this}"`;
      });
  },
  'with a `JSON` of its own': () => replace(window, 'JSON', { stringify: () => 'own', parse: () => null }),
  'that moves `performance.now()`': () => replace(performance, 'now', () => 5e9),
};

function times({ tracing }: OpenChat): number[] {
  return tracing.spans.flatMap(({ startMs, endMs, events }) => [
    startMs,
    endMs,
    ...events.map(({ timeMs }) => timeMs),
  ]);
}

test.each(Object.entries(STRANGE))(
  'a chat over two pages of a shop %s is one trace',
  (_shop, makeStrange) => {
    const before = Math.floor(realNow.call(Date));
    makeStrange();
    const first = openChat({ contentCapture: 'all' });
    first.track('product_select', {
      suggestion_buttons_shown: ['“ein \u0007 Mantel”, der länger ist als 32 Zeichen'],
    });
    first.track('user_respond');
    leavePage();
    const second = nextPage({}, first.tracing);
    second.track('chat_closed');
    expect(first.tree()).toEqual([
      'trace 1: shopping_chat.session',
      '  shopping_chat.activity hidden: product_select#1',
      '    shopping_chat.turn abandoned: user_respond#2',
      '  shopping_chat.activity closed: chat_closed#3',
    ]);
    for (const time of times(first)) {
      expect(Number.isInteger(time)).toBe(true);
      expect(Math.abs(time - before)).toBeLessThan(10_000);
    }
    expect([first.instrumentation.problems(), second.instrumentation.problems()]).toEqual([{}, {}]);
  },
);

test('the time of an entry is right on a page that moves `performance.now()`', async () => {
  const entry = performance.mark('here');
  const time = now();
  replace(performance, 'now', () => 5e9);
  expect(Math.abs(toEpochMillis(entry.startTime) - time)).toBeLessThan(1_000);
  expect(Math.abs(pageTime() - entry.startTime)).toBeLessThan(1_000);
});

test('a moment is an integer, whatever the page does', () => {
  vi.spyOn(Date, 'now').mockReturnValue(1_767_607_200_000.9);
  onTestFinished(() => {
    vi.restoreAllMocks();
  });
  expect(now()).toBe(1_767_607_200_000);
});
