import { describe, expect, it } from 'vitest';
import { readRegistry } from './read-registry.ts';
import { readRegistryTexts } from './repository-files.ts';

// What the vendor documents for each event, besides `action`: the registry maps all of it and nothing else.
const CONVERSATION = ['chat_config', 'conversation_state'];
const SIZED = [...CONVERSATION, 'chat_widget_size'];
const STATED = [...CONVERSATION, 'chat_widget_state'];
const DOCUMENTED: Readonly<Record<string, readonly string[]>> = {
  trigger_clicked: [
    ...SIZED,
    'chat_widget_state',
    'component',
    'component_template',
    'suggested_question_text',
    'trigger_context_product_ids',
    'trigger_conversation_starter_clicked_is_generated',
    'trigger_conversation_starters_is_generated',
    'trigger_conversation_starters_list',
  ],
  chat_closed: STATED,
  close_chat_from_minimized: STATED,
  close_chat_from_open_on_mobile: [...SIZED, 'chat_widget_state'],
  expand_from_bubble: [...SIZED, 'chat_widget_state'],
  expand_from_minimized: [...SIZED, 'chat_widget_state'],
  expand_from_trigger: [...SIZED, 'chat_widget_state', 'chat_opened_from_trigger', 'suggested_button'],
  minimize_from_open: [...SIZED, 'chat_widget_state'],
  change_size: [...SIZED, 'set_size_to'],
  close_bubble: ['chat_config', 'chat_widget_state'],
  menu_click: [...SIZED, 'button_content', 'url'],
  user_respond: [...SIZED, 'type', 'message', 'target', 'product_ids', 'clicked_in_trigger'],
  user_respond_product: [
    ...SIZED,
    'type',
    'message',
    'target',
    'product_id',
    'product_category',
    'clicked_in_trigger',
  ],
  close_mini_pdp: [...SIZED, 'product_id'],
  mini_pdp_click: [...SIZED, 'product_id', 'product_category'],
  product_menu_click: [...SIZED, 'button_content', 'source_type', 'product_id', 'product_category'],
  url_click: [...SIZED, 'link_type', 'url', 'product_id', 'product_category', 'link_text'],
  product_deselect: [...SIZED, 'product_id', 'product_ids', 'suggestion_buttons_shown'],
  product_select: [...SIZED, 'product_id', 'product_ids', 'suggestion_buttons_shown'],
  close_survey: [],
  submit_feedback: ['feedback_state', 'feedback_message'],
  thumbs_down: [...SIZED, 'feedback_message', 'feedback_target_text', 'feedback_target_product_ids'],
  thumbs_up: [...SIZED, 'feedback_message', 'feedback_target_text', 'feedback_target_product_ids'],
};

const { registry } = readRegistry(readRegistryTexts());

function attributeOf(action: string, vendor: string): string | undefined {
  const event = registry?.events.find((candidate) => candidate.action === action);
  return event?.attributes.find((use) => use.vendor === vendor)?.attribute.key;
}

function eventsThatMap(vendor: string, key: string): string[] {
  return Object.keys(DOCUMENTED).filter((action) => attributeOf(action, vendor) === key);
}

function valuesOf(action: string, vendor: string): unknown {
  return registry?.events
    .find((event) => event.action === action)
    ?.attributes.find((use) => use.vendor === vendor)?.values;
}

describe('the registry', () => {
  it('has exactly the 23 documented events', () => {
    expect(registry?.events.map((event) => event.action)).toEqual(Object.keys(DOCUMENTED));
    expect(Object.keys(DOCUMENTED)).toHaveLength(23);
  });

  it.each(Object.keys(DOCUMENTED))('maps exactly what is documented for %s', (action) => {
    const event = registry?.events.find((candidate) => candidate.action === action);
    const mapped = event?.attributes.flatMap((use) => use.vendor ?? []).toSorted();
    expect(mapped).toEqual(['action', ...(DOCUMENTED[action] ?? [])].toSorted());
  });

  it('maps 32 vendor attributes in all', () => {
    expect(new Set(['action', ...Object.values(DOCUMENTED).flat()]).size).toBe(32);
  });

  it('takes the state before the event where the vendor says "before closing"', () => {
    expect(eventsThatMap('chat_widget_state', 'shopping_chat.widget.previous_state')).toEqual([
      'chat_closed',
      'close_chat_from_minimized',
      'close_chat_from_open_on_mobile',
      'close_bubble',
    ]);
    expect(eventsThatMap('chat_widget_state', 'shopping_chat.widget.state')).toEqual([
      'trigger_clicked',
      'expand_from_bubble',
      'expand_from_minimized',
      'expand_from_trigger',
      'minimize_from_open',
    ]);
  });

  it('takes the size before the event where the vendor says "before minimizing" or "before the resize"', () => {
    expect(eventsThatMap('chat_widget_size', 'shopping_chat.widget.previous_size')).toEqual([
      'minimize_from_open',
      'change_size',
    ]);
    expect(eventsThatMap('set_size_to', 'shopping_chat.widget.size')).toEqual(['change_size']);
  });

  it('knows a conversation state of none for two events only', () => {
    const withNone = Object.keys(DOCUMENTED).filter((action) =>
      (valuesOf(action, 'conversation_state') as string[] | undefined)?.includes('none'),
    );
    expect(withNone).toEqual(['trigger_clicked', 'expand_from_trigger']);
  });

  it.each([
    ['trigger_clicked', 'chat_widget_state', ['minimized', 'bubble', 'open', 'none']],
    ['chat_closed', 'chat_widget_state', ['minimized', 'bubble', 'open']],
    ['close_chat_from_minimized', 'chat_widget_state', ['minimized']],
    ['close_chat_from_open_on_mobile', 'chat_widget_state', ['open']],
    ['close_chat_from_open_on_mobile', 'chat_widget_size', ['half_screen', 'full_screen']],
    ['expand_from_bubble', 'chat_widget_state', ['open']],
    ['expand_from_minimized', 'chat_widget_state', ['open']],
    ['expand_from_trigger', 'chat_widget_state', ['open']],
    ['minimize_from_open', 'chat_widget_state', ['minimized']],
    ['minimize_from_open', 'chat_widget_size', ['large', 'small', 'half_screen', 'full_screen']],
    ['close_bubble', 'chat_widget_state', ['bubble']],
    ['change_size', 'set_size_to', ['large', 'small']],
    ['submit_feedback', 'feedback_state', [1, 2, 3, 4, 5]],
    ['product_menu_click', 'source_type', ['product_card', 'carousel', 'mini_pdp']],
    ['url_click', 'link_type', ['product_card', 'text_url', 'mini_pdp_product', 'product_menu']],
    [
      'user_respond',
      'type',
      ['text', 'suggestion_button', 'quick_reply', 'trigger_button', 'voice', 'product_menu'],
    ],
  ])('has for %s %s the documented values', (action, vendor, values) => {
    expect(valuesOf(action, vendor)).toEqual(values);
  });
});
