import { expect, test } from 'vitest';
import { toChatEvent } from './chat-events.ts';

const row = {
  event_time: '2026-03-01 10:00:00.250000000',
  event_time_ms: 1772359200250,
  event_name: 'shopping_chat.trigger_clicked',
  action: 'trigger_clicked',
  seq: 2,
  trace_id: 'aa',
  span_id: 'bb',
  span_name: 'shopping_chat.activity',
  chat_session_id: 'cc',
  session_id: '',
  page_url: 'http://localhost:8080/',
  trigger_component: 'PDP_EMBEDDED',
  trigger_template: '',
  trigger_product_ids: ['431374', '531284'],
  trigger_starter_texts: [],
  trigger_starter_clicked_is_generated: false,
  trigger_starter_set_is_generated: null,
  message_length: 0,
  attributes: { 'merchant.tier': 'gold', 'merchant.note': '' },
  events_in_session: 2,
};

test('attributes are the filled columns and the rest of the map; NULL, empty text and empty lists are left out', () => {
  expect([...toChatEvent(row).attributes]).toEqual([
    ['trigger_component', 'PDP_EMBEDDED'],
    ['trigger_product_ids', '431374, 531284'],
    ['trigger_starter_clicked_is_generated', 'false'],
    ['message_length', '0'],
    ['merchant.tier', 'gold'],
  ]);
});

test('where it was recorded is kept apart', () => {
  expect([...toChatEvent(row).origin]).toEqual([
    ['span_name', 'shopping_chat.activity'],
    ['trace_id', 'aa'],
    ['span_id', 'bb'],
    ['chat_session_id', 'cc'],
    ['page_url', 'http://localhost:8080/'],
  ]);
});

test('a column added later is shown without a change here', () => {
  expect(toChatEvent({ ...row, cart_value: 12.5 }).attributes.get('cart_value')).toBe('12.5');
});

test('numbers may come as text, as ClickHouse writes 64-bit ones', () => {
  const event = toChatEvent({ ...row, event_time_ms: '1772359200250', seq: '2' });
  expect([event.time.toISOString(), event.seq]).toEqual(['2026-03-01T10:00:00.250Z', 2]);
});

test('events without a sequence number differ by their time', () => {
  const first = toChatEvent({ ...row, seq: 0 });
  const second = toChatEvent({ ...row, seq: 0, event_time: '2026-03-01 10:00:00.250000001' });
  expect(first.key).not.toBe(second.key);
});
