import { EVENT_RULES } from '@chatspan/semantic-conventions/mapping';
import { expect, test } from 'vitest';
import { SESSION } from './session.ts';

test('the session is 60 interactions and has every documented event', () => {
  expect(SESSION.length).toBe(60);
  expect([...new Set(SESSION.map(({ action }) => action))].toSorted()).toEqual(
    Object.keys(EVENT_RULES).toSorted(),
  );
});

test('it ends with the link that leaves the page', () => {
  expect(SESSION.at(-1)).toMatchObject({ action: 'url_click', link_type: 'product_card' });
});
