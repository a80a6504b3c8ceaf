import { expect, test, vi } from 'vitest';
import type { OpenChat } from '../../test/open-chat.ts';
import { openChat } from '../../test/open-chat.ts';
import { hidePage, stopClock, TEN_O_CLOCK } from '../../test/page-moments.ts';

/** Start and end of each span but the root, in milliseconds after ten o'clock. */
const times = ({ tracing }: OpenChat) =>
  tracing.spans
    .filter(({ name }) => name !== 'shopping_chat.session')
    .map(({ name, startMs, endMs }) => [name, startMs - TEN_O_CLOCK, endMs - TEN_O_CLOCK]);

test.each<[string, (chat: OpenChat) => void]>([
  ['the event that begins it ends it', (chat) => chat.track('chat_closed')],
  [
    'nothing comes after its event',
    (chat) => {
      chat.track('trigger_clicked');
      vi.advanceTimersByTime(60_000);
    },
  ],
  [
    'the page is left at once',
    (chat) => {
      chat.track('trigger_clicked');
      hidePage();
    },
  ],
  [
    'the instrumentation is disabled at once',
    (chat) => {
      chat.track('trigger_clicked');
      chat.instrumentation.disable();
    },
  ],
])('an activity lasts two milliseconds, longer than the root, when %s', (_what, live) => {
  stopClock();
  const chat = openChat();
  live(chat);
  expect(times(chat)).toEqual([['shopping_chat.activity', 0, 2]]);
});

test('a turn that ends at once lasts a millisecond, inside of its activity', () => {
  stopClock();
  const chat = openChat();
  chat.track('user_respond');
  chat.track('user_respond');
  chat.instrumentation.endTurn({ error: 'offline' });
  chat.instrumentation.disable();
  expect(times(chat)).toEqual([
    ['shopping_chat.turn', 0, 1],
    ['shopping_chat.turn', 0, 1],
    ['shopping_chat.activity', 0, 2],
  ]);
});

test('no span ends before its last event, even if the clock is set back', () => {
  stopClock();
  const chat = openChat();
  chat.track('trigger_clicked');
  vi.setSystemTime(TEN_O_CLOCK + 5_000);
  chat.track('user_respond');
  vi.setSystemTime(TEN_O_CLOCK + 2_000);
  chat.track('product_select');
  chat.instrumentation.disable();
  for (const { name, startMs, endMs, events } of chat.tracing.spans) {
    expect([name, endMs > startMs]).toEqual([name, true]);
    expect(events.filter(({ timeMs }) => timeMs < startMs || timeMs > endMs)).toEqual([]);
  }
});
