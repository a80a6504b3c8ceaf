import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  DEFAULT_ATTRIBUTE_RULES,
  EVENT_NAMESPACE,
  EVENT_RULES,
  UNKNOWN_ACTION_EVENT,
} from './generated/mapping.ts';
import { bundleOf } from './testing/bundle-of.ts';

describe('the mapping', () => {
  it('names an event after its action', () => {
    expect(EVENT_NAMESPACE).toBe('shopping_chat.');
    expect(UNKNOWN_ACTION_EVENT).toBe('shopping_chat.unknown_action');
  });

  it('keeps the class of every text', () => {
    const classes = new Map(
      Object.values(EVENT_RULES).flatMap((rules) =>
        Object.values(rules).flatMap(({ name, content }) => (content ? [[name, content] as const] : [])),
      ),
    );
    expect(Object.fromEntries(classes)).toEqual({
      'shopping_chat.config': 'config',
      'shopping_chat.feedback.target.text': 'text',
      'shopping_chat.feedback.text': 'text',
      'shopping_chat.link.text': 'label',
      'shopping_chat.menu.item_label': 'label',
      'shopping_chat.message.text': 'by_input_type',
      'shopping_chat.suggestion.labels': 'label',
      'shopping_chat.trigger.starter.text': 'label',
      'shopping_chat.trigger.starter.texts': 'label',
      'url.full': 'url',
    });
  });

  it('leaves a length for the texts that have one', () => {
    const lengths = new Map(
      Object.values(EVENT_RULES).flatMap((rules) =>
        Object.values(rules).flatMap(({ name, length }) => (length ? [[name, length] as const] : [])),
      ),
    );
    expect(Object.fromEntries(lengths)).toEqual({
      'shopping_chat.feedback.target.text': 'shopping_chat.feedback.target.length',
      'shopping_chat.feedback.text': 'shopping_chat.feedback.length',
      'shopping_chat.message.text': 'shopping_chat.message.length',
    });
  });

  it('has one rule for each attribute, shared by all events', () => {
    const rules = new Set(Object.values(EVENT_RULES).flatMap((event) => Object.values(event)));
    expect(rules.size).toBe(new Set([...rules].map(({ name }) => name)).size);
  });

  it('maps the attributes that any event may carry', () => {
    expect(
      Object.fromEntries(Object.entries(DEFAULT_ATTRIBUTE_RULES).map(([vendor, { name }]) => [vendor, name])),
    ).toEqual({
      experiment_id: 'shopping_chat.experiment.id',
      experiment_source: 'shopping_chat.experiment.source',
      global_rank: 'shopping_chat.experiment.rank',
      throttle_rank: 'shopping_chat.experiment.throttle_rank',
      global_variant_id: 'shopping_chat.experiment.variant.id',
      global_variant_name: 'shopping_chat.experiment.variant.name',
    });
  });

  it('costs a page less than 1.6 kB', async () => {
    const code = await bundleOf('EVENT_RULES', 'mapping');
    expect(code).toContain('shopping_chat.feedback.target.length');
    expect(gzipSync(code).length).toBeLessThan(1_600);
  });

  it('leaves the rules out where only a name is used', async () => {
    expect(await bundleOf('EVENT_NAMESPACE', 'mapping')).not.toContain('shopping_chat.action');
  });
});
