import { expect, test } from 'vitest';
import { createExponea, keptCalls } from './exponea.ts';

test('a call is kept as it came and reported as done', () => {
  const exponea = createExponea();
  const properties = { action: 'menu_click' };
  let done = 0;
  exponea.track('clarity', properties, () => {
    done += 1;
  });
  expect(exponea.calls.map(({ type }) => type)).toEqual(['clarity']);
  expect(exponea.calls[0]?.properties).toBe(properties);
  expect(done).toBe(1);
});

test('a call without a type is an error and is not kept', () => {
  const exponea = createExponea();
  const errors: string[] = [];
  exponea.track('', {}, undefined, (error) => errors.push(error.message));
  expect(errors).toEqual(['exponea.track: the event type is missing.']);
  expect(exponea.calls).toEqual([]);
});

test('only the latest calls are kept', () => {
  const exponea = createExponea();
  for (let i = 0; i < keptCalls + 3; i++) exponea.track(`type ${i}`, {});
  expect(exponea.calls.length).toBe(500);
  expect(exponea.calls[0]?.type).toBe('type 3');
});
