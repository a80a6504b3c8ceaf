import { expect, test } from 'vitest';
import { NO_FILTER } from '../../contract/session-filter.ts';
import { filterFromAddress } from './filter-address.ts';

const NOW = Date.parse('2026-11-20T12:00:00Z');

test('an empty address means the last seven days without a condition', () => {
  expect(filterFromAddress(new URLSearchParams(), NOW)).toEqual({
    ...NO_FILTER,
    from: '2026-11-13T12:00:00.000Z',
    to: '2026-11-20T12:00:00.000Z',
  });
});

test('reads times, repeated conditions and numbers, and ignores what is neither', () => {
  const search = new URLSearchParams(
    'from=2026-11-01&to=soon&triggers=PLP_BANNER&triggers=&min_turns=2&max_turns=many&min_seconds=-5&text=conv-1&other=1',
  );
  expect(filterFromAddress(search, NOW)).toEqual({
    ...NO_FILTER,
    from: '2026-11-01T00:00:00.000Z',
    to: '2026-11-20T12:00:00.000Z',
    triggers: ['PLP_BANNER', ''],
    min_turns: 2,
    text: 'conv-1',
  });
});
