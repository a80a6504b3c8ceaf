import { expect, test, vi } from 'vitest';
import { openChat } from '../../test/open-chat.ts';
import { stopClock } from '../../test/page-moments.ts';
import { manualSource } from '../index.ts';

test('one timer runs while spans start and end, and none after disable()', () => {
  stopClock();
  const source = manualSource();
  const chat = openChat({ sources: [source], limits: { maxActivityEvents: 2 } });
  for (let count = 0; count < 9; count += 1) {
    source.emit({ action: 'product_select' });
    vi.advanceTimersByTime(2_000);
  }
  expect(vi.getTimerCount()).toBe(1);
  chat.instrumentation.disable();
  expect(vi.getTimerCount()).toBe(0);
});
