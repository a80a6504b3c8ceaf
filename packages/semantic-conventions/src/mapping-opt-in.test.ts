import { expect, it } from 'vitest';
import { EVENT_RULES } from './generated/mapping.ts';
import { AB_TEST_EVENTS, SAFETY_EVENTS } from './generated/mapping-opt-in.ts';
import { bundleOf } from './testing/bundle-of.ts';

it('holds a rule for each vendor attribute, with the class of its text', () => {
  const { severityNumber, rules, failsTurn } = SAFETY_EVENTS.clarity_error;
  expect(severityNumber).toBe(17);
  expect(failsTurn).toEqual({ attribute: 'shopping_chat.error.location', values: ['FE:app_error_boundary'] });
  expect(rules.type?.name).toBe('error.type');
  expect(rules.message).toEqual({
    name: 'shopping_chat.error.text',
    type: undefined,
    content: 'text',
    length: 'shopping_chat.error.length',
  });
});

it('shares no action with the events that are always recorded', () => {
  const optIn = [...Object.keys(AB_TEST_EVENTS), ...Object.keys(SAFETY_EVENTS)];
  expect(optIn).toHaveLength(6);
  expect(optIn.filter((action) => Object.hasOwn(EVENT_RULES, action))).toEqual([]);
});

it('leaves the other groups out of a bundle that imports one', async () => {
  const safety = await bundleOf('SAFETY_EVENTS', 'mapping-opt-in');
  expect(safety).toContain('shopping_chat.error.text');
  expect(safety).not.toContain('actual_show');
  expect(await bundleOf('EVENT_RULES', 'mapping')).not.toContain('shopping_chat.error.text');
});
