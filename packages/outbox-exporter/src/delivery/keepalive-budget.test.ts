import { expect, test } from 'vitest';
import { reserveKeepalive } from './keepalive-budget.ts';

test('bytes in flight never exceed the budget, and are given back', () => {
  const giveBack = reserveKeepalive(60, 100);
  expect(reserveKeepalive(41, 100)).toBeUndefined();
  const second = reserveKeepalive(40, 100);
  expect(second).toBeDefined();
  giveBack?.();
  second?.();
  const third = reserveKeepalive(100, 100);
  expect(third).toBeDefined();
  third?.();
});

test('at most nine requests are in flight', () => {
  const reserved = Array.from({ length: 10 }, () => reserveKeepalive(1, 100));
  expect(reserved.map((giveBack) => !!giveBack)).toEqual([...Array(9).fill(true), false]);
  for (const giveBack of reserved) giveBack?.();
});
