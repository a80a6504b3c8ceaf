import registry from '@chatspan/semantic-conventions/registry.json' with { type: 'json' };
import { validateEvent } from '@chatspan/semantic-conventions/validate';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ShoppingChatInstrumentationConfig } from '../public/config.ts';
import { resolveSettings } from '../settings/settings.ts';
import type { ChatEvent } from './chat-event.ts';
import { createEventMapper } from './map-event.ts';

const SECRET = 'zq#secret#qz';

function map(payload: Record<string, unknown>, config: ShoppingChatInstrumentationConfig = {}) {
  const problems: string[] = [];
  const event = createEventMapper(resolveSettings(config), (code, where) =>
    problems.push(`${code}: ${where}`),
  )(payload as { action: string });
  return { ...(event as ChatEvent), problems };
}

it('names the widget’s state by the moment that the vendor documents', () => {
  const at = (action: string) => Object.keys(map({ action, chat_widget_state: 'open' }).attributes);
  expect(at('trigger_clicked')).toContain('shopping_chat.widget.state');
  expect(at('expand_from_bubble')).toContain('shopping_chat.widget.state');
  expect(at('minimize_from_open')).toContain('shopping_chat.widget.state');
  expect(at('chat_closed')).toContain('shopping_chat.widget.previous_state');
  expect(at('close_bubble')).toContain('shopping_chat.widget.previous_state');
});

it('names the new size and the one before the resize', () => {
  const { attributes } = map({ action: 'change_size', set_size_to: 'large', chat_widget_size: 'small' });
  expect(attributes).toEqual({
    'shopping_chat.action': 'change_size',
    'shopping_chat.widget.size': 'large',
    'shopping_chat.widget.previous_size': 'small',
  });
});

it('records the length of a message that is not captured', () => {
  const { attributes } = map({ action: 'user_respond', type: 'text', message: 'Is it warm?' });
  expect(attributes).toEqual({
    'shopping_chat.action': 'user_respond',
    'shopping_chat.message.input_type': 'text',
    'shopping_chat.message.length': 11,
  });
});

it.each([
  ['quick_reply', 'labels', true],
  ['suggestion_button', 'labels', true],
  ['text', 'labels', false],
  ['voice', 'labels', false],
  ['a new kind', 'labels', false],
  [undefined, 'labels', false],
  ['text', 'all', true],
  ['quick_reply', 'none', false],
] as const)('captures a message made by %s under %s: %s', (type, contentCapture, captured) => {
  const { attributes } = map({ action: 'user_respond', type, message: SECRET }, { contentCapture });
  expect(attributes['shopping_chat.message.text']).toBe(captured ? SECRET : undefined);
  expect(attributes['shopping_chat.message.length']).toBe(12);
});

it('passes a captured text through the redact hook', () => {
  const redact = (text: string, where: { attribute: string; action: string }) =>
    `${where.action} ${where.attribute} ${text.length}`;
  const { attributes } = map({ action: 'url_click', link_text: 'A coat' }, { redact });
  expect(attributes['shopping_chat.link.text']).toBe('url_click shopping_chat.link.text 6');
});

it('drops a text when the redact hook throws or returns no text', () => {
  const throwing = () => {
    throw new Error(SECRET);
  };
  const thrown = map({ action: 'url_click', link_text: SECRET }, { redact: throwing });
  expect(thrown.attributes).not.toHaveProperty(['shopping_chat.link.text']);
  expect(thrown.problems).toEqual([
    'hook_failed: redact threw Error',
    'withheld_text: shopping_chat.link.text',
  ]);
  const refused = map({ action: 'url_click', link_text: SECRET }, { redact: () => undefined });
  expect(refused.attributes).not.toHaveProperty(['shopping_chat.link.text']);
});

it('records an unknown action under one event name', () => {
  const { name, attributes, problems } = map({ action: 'chat_levitated', product_id: '1' });
  expect(name).toBe('shopping_chat.unknown_action');
  expect(attributes).toEqual({ 'shopping_chat.action': 'chat_levitated' });
  expect(problems).toEqual([
    'unknown_action: chat_levitated',
    'unknown_attribute: chat_levitated product_id',
  ]);
});

it('treats names that objects inherit as unknown actions and keys', () => {
  expect(map({ action: 'constructor' }).name).toBe('shopping_chat.unknown_action');
  expect(map({ action: 'close_survey', toString: 'x', constructor: 'y' }).attributes).toEqual({
    'shopping_chat.action': 'close_survey',
  });
});

it('records documented experiment keys and mapped keys on any event', () => {
  const { attributes, problems } = map(
    { action: 'close_survey', experiment_id: 'e1', global_rank: 3, shop_tier: 'gold', visits: 7, beta: true },
    { payloadAttributes: { shop_tier: 'shop.tier', visits: 'shop.visits', beta: 'shop.beta' } },
  );
  expect(attributes).toMatchObject({
    'shopping_chat.experiment.id': 'e1',
    'shop.tier': 'gold',
    'shop.visits': 7,
    'shop.beta': true,
  });
  expect(problems).toEqual([]);
});

it('keeps the widget’s configuration apart, and only when asked', () => {
  expect(map({ action: 'chat_closed', chat_config: '{"a":1}' }).config).toBeUndefined();
  const { config, attributes } = map(
    { action: 'chat_closed', chat_config: '{"a":1}' },
    { captureConfig: true },
  );
  expect(config).toBe('{"a":1}');
  expect(attributes).not.toHaveProperty(['shopping_chat.config']);
});

it.each([' ', '\n', '0', 6, 'good'])('leaves a rating of %j out, and reports it', (feedback_state) => {
  const { attributes, problems } = map({ action: 'submit_feedback', feedback_state });
  expect(attributes).not.toHaveProperty(['shopping_chat.feedback.rating']);
  expect(problems).toEqual(['wrong_type: submit_feedback shopping_chat.feedback.rating']);
});

it('records a configuration that is given as an object', () => {
  const { config } = map(
    { action: 'close_bubble', chat_config: { theme: 'light' } },
    { captureConfig: true },
  );
  expect(config).toBe('{"theme":"light"}');
});

it('records products that are given as objects, and none when nothing of them can be read', () => {
  const ids = 'shopping_chat.selection.product_ids';
  const read = map({ action: 'product_select', product_ids: [{ product_id: '431374' }] });
  expect(read.attributes).toMatchObject({ [ids]: ['431374'] });
  const unread = map({ action: 'product_select', product_ids: [{ name: 'coat' }] });
  expect(unread.attributes).not.toHaveProperty([ids]);
  expect(unread.problems).toEqual([`wrong_type: product_select ${ids}`]);
});

it('drops a key whose getter throws and keeps the others', () => {
  const payload = {
    action: 'mini_pdp_click',
    get product_id(): string {
      throw new Error('hostile');
    },
    product_category: 'outerwear',
  };
  const { attributes, problems } = map(payload);
  expect(attributes).toMatchObject({ 'shopping_chat.product.category': 'outerwear' });
  expect(problems).toEqual(['unreadable_attribute: mini_pdp_click product_id']);
});

it('keeps an event within its size: later attributes are dropped first', () => {
  const many = Array.from({ length: 5_000 }, () => 'x'.repeat(2_000));
  const { attributes, bytes, problems } = map({
    action: 'product_select',
    product_id: '1',
    product_ids: many,
  });
  expect(attributes['shopping_chat.product.id']).toBe('1');
  expect(JSON.stringify(attributes).length).toBeLessThan(4_000);
  expect(bytes).toBeLessThanOrEqual(4_000);
  expect(problems).toEqual(['event_too_large: product_select shopping_chat.selection.product_ids']);
});

const anyValue = fc.oneof(
  fc.string(),
  fc.constant(SECRET),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.array(fc.oneof(fc.string(), fc.constant(SECRET), fc.integer())),
  fc.anything(),
);

function anyPayload(contentKeys: readonly string[]) {
  return fc.constantFrom(...registry.events).chain((event) => {
    const keys = event.attributes
      .map(({ vendor }) => vendor)
      .filter((key) => key && key !== 'action') as string[];
    return fc.record(
      {
        action: fc.constant(event.action),
        ...Object.fromEntries(
          keys.map((key) => [key, contentKeys.includes(key) ? fc.constant(SECRET) : anyValue]),
        ),
      },
      { requiredKeys: ['action'] },
    );
  });
}

it('maps any payload of any event to valid attributes', () => {
  fc.assert(
    fc.property(anyPayload([]), fc.constantFrom('none', 'labels', 'all'), (payload, contentCapture) => {
      const { name, attributes } = map(payload as { action: string }, {
        contentCapture: contentCapture as 'none' | 'labels' | 'all',
      });
      const problems = validateEvent(name, attributes).filter(
        ({ kind }) => kind !== 'not_in_values' && kind !== 'missing_required',
      );
      expect(problems).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

const TEXTS = ['message', 'feedback_message', 'feedback_target_text'];
const LABELS = ['suggested_question_text', 'suggested_button', 'button_content', 'link_text'];

it('leaks no text that contentCapture forbids, for any payload', () => {
  fc.assert(
    fc.property(anyPayload([...TEXTS, ...LABELS]), (payload) => {
      const texts = Object.fromEntries(
        Object.entries(payload).filter(([key]) => ['action', 'type', ...TEXTS, ...LABELS].includes(key)),
      );
      const none = map({ ...texts, type: 'quick_reply' }, { contentCapture: 'none' });
      expect(JSON.stringify(none)).not.toContain(SECRET);
      const labels = map({ ...texts, type: 'text' }, { contentCapture: 'labels' });
      for (const name of [
        'shopping_chat.message.text',
        'shopping_chat.feedback.text',
        'shopping_chat.feedback.target.text',
      ]) {
        expect(labels.attributes).not.toHaveProperty([name]);
      }
    }),
    { numRuns: 500 },
  );
});
