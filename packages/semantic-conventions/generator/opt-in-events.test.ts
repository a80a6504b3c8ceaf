import { describe, expect, it } from 'vitest';
import { readRegistry } from './read-registry.ts';
import { readRegistryTexts } from './repository-files.ts';

// What the vendor documents in public for each event, besides `action` and the attributes of an experiment.
const DOCUMENTED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  show: {
    component: 'shopping_chat.trigger.component',
    component_template: 'shopping_chat.trigger.template',
  },
  actual_show: {
    component: 'shopping_chat.trigger.component',
    component_template: 'shopping_chat.trigger.template',
    trigger_context_product_ids: 'shopping_chat.trigger.product_ids',
    trigger_conversation_starters_list: 'shopping_chat.trigger.starter.texts',
    trigger_conversation_starters_is_generated: 'shopping_chat.trigger.starter.set_is_generated',
  },
  bundle_show: {
    type: 'shopping_chat.event.sub_type',
    component_template: 'shopping_chat.trigger.template',
  },
  session_start: { session_start_timestamp: 'shopping_chat.browsing_session.start_millis' },
  clarity_error: {
    type: 'error.type',
    location: 'shopping_chat.error.location',
    message: 'shopping_chat.error.text',
    latency: 'shopping_chat.error.latency_millis',
    chat_widget_state: 'shopping_chat.widget.state',
    chat_widget_size: 'shopping_chat.widget.size',
    conversation_state: 'shopping_chat.conversation.state',
    chat_config: 'shopping_chat.config',
  },
  clarity_warning: { type: 'shopping_chat.warning.type' },
};

const { registry } = readRegistry(readRegistryTexts());

describe('the opt-in events', () => {
  it.each(Object.keys(DOCUMENTED))('map exactly what is documented for %s', (action) => {
    const event = registry?.optInEvents.find((candidate) => candidate.action === action);
    const mapped = event?.attributes.flatMap(({ vendor, attribute }) =>
      vendor === undefined || vendor === 'action' ? [] : [[vendor, attribute.key]],
    );
    expect(Object.fromEntries(mapped ?? [])).toEqual(DOCUMENTED[action]);
  });

  it('are in two groups, and separate from the 23 that are always recorded', () => {
    expect(registry?.optInEvents.map(({ group, action }) => `${group} ${action}`)).toEqual([
      'ab_test show',
      'ab_test actual_show',
      'ab_test bundle_show',
      'ab_test session_start',
      'safety clarity_error',
      'safety clarity_warning',
    ]);
    expect(registry?.events).toHaveLength(23);
  });

  it('fail a turn only where the vendor says that the chat stopped', () => {
    expect(registry?.optInEvents.filter(({ failsTurn }) => failsTurn).map(({ action }) => action)).toEqual([
      'clarity_error',
    ]);
    const error = registry?.optInEvents.find(({ action }) => action === 'clarity_error');
    expect(error?.failsTurn).toEqual({
      attribute: 'shopping_chat.error.location',
      values: ['FE:app_error_boundary'],
    });
    expect(error?.attributes.find(({ vendor }) => vendor === 'message')?.attribute.contentClass).toBe('text');
  });
});

describe('the severity', () => {
  it('is in the note of every event', () => {
    const all = [
      ...(registry?.events ?? []),
      registry?.fallbackEvent,
      ...(registry?.optInEvents ?? []),
      ...(registry?.upstreamEvents ?? []),
    ];
    expect(all).toHaveLength(31);
    const raised = all.filter((event) => event?.severityNumber !== 9);
    expect(raised.map((event) => [event?.name, event?.severityNumber])).toEqual([
      ['shopping_chat.clarity_error', 17],
      ['shopping_chat.clarity_warning', 13],
    ]);
  });
});
