import { expect, onTestFinished, test } from 'vitest';
import { startExport } from '#tracing';
import { chatUrl } from '../../test/chat-request.ts';
import { openChat } from '../../test/open-chat.ts';
import { hidePage } from '../../test/page-moments.ts';
import { manualSource, ShoppingChatInstrumentation } from '../index.ts';

/** Reports events in one task, on a page with the standard exporter. */
function reportAtOnce(count: number, payload: object) {
  sessionStorage.clear();
  const exported = startExport(chatUrl({ area: 'other', query: 'short' }));
  onTestFinished(exported.stop);
  const source = manualSource();
  const instrumentation = new ShoppingChatInstrumentation({ sources: [source], contentCapture: 'all' });
  onTestFinished(() => instrumentation.disable());
  for (let done = 0; done < count; done += 1) source.emit({ action: 'product_select', ...payload });
  return { exported, instrumentation };
}

const LABELS = Array.from({ length: 40 }, (_, index) => `${index} ${'x'.repeat(60)}`);

test.each([
  [20_000, 'small', { product_id: 'p1' }],
  [500, 'large', { suggestion_buttons_shown: LABELS }],
])('of %i %s events that are reported in one task, all arrive', async (count, _size, payload) => {
  const { exported, instrumentation } = reportAtOnce(count, payload);
  const flushed = () => {
    instrumentation.flush();
    return exported.acknowledged();
  };
  await expect.poll(flushed, { timeout: 25_000 }).toBe(count);
  expect(instrumentation.problems()).toEqual({});
});

test('a hidden page is flushed once, however soon that ends', async () => {
  const chat = openChat();
  chat.track('trigger_clicked');
  hidePage();
  const { flushes } = chat.tracing;
  for (let count = 0; count < 50; count += 1) await Promise.resolve();
  expect([flushes, chat.tracing.flushes]).toEqual([1, 1]);
});
