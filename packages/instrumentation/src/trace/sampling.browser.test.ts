import { expect, test } from 'vitest';
import { chatUrl } from '../../test/chat-request.ts';
import type { SeenRequest } from '../../test/chat-server.ts';
import { nextPage, openChat } from '../../test/open-chat.ts';
import { leavePage } from '../../test/page-moments.ts';
import { chatRequestUrls, manualSource } from '../index.ts';

const unsampled = { isSampled: () => false };

test('of an unsampled chat nothing is exported, and its requests carry the sampling decision', async () => {
  const chat = openChat({ requests: chatRequestUrls(['/chat']) }, unsampled);
  chat.track('user_respond');
  const { headers }: SeenRequest = await (await fetch(chatUrl(), { method: 'POST' })).json();
  chat.track('chat_closed');
  expect(headers.traceparent).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/);
  expect(chat.instrumentation.getTraceHeaders().traceparent).toMatch(/-00$/);
  expect([chat.tracing.spans, chat.tracing.logs]).toEqual([[], []]);
});

/** As from a class of the page: not copied. */
class Selection {
  readonly action = 'product_select';
  readonly product_id = 'p1';
  readonly suggestion_buttons_shown: string[] = ['Buy'];
}

test('payloads of an unsampled chat are read only for their effect', () => {
  const source = manualSource();
  const chat = openChat({ sources: [source], captureConfig: true, validate: () => [] }, unsampled);
  const read: string[] = [];
  const payload = new Proxy(new Selection(), {
    get(target, key) {
      read.push(String(key));
      return Reflect.get(target, key);
    },
    ownKeys(target) {
      read.push('keys');
      return Reflect.ownKeys(target);
    },
  });
  source.emit({ action: 'trigger_clicked' });
  source.emit(payload);
  expect([...new Set(read)]).toEqual(['action']);
  expect(chat.tracing.spans).toEqual([]);
});

test('the sampling decision of the first page holds on later pages', () => {
  let sampled = false;
  const chat = openChat({}, { isSampled: () => sampled });
  chat.track('trigger_clicked');
  leavePage();
  sampled = true;
  const second = nextPage({}, chat.tracing);
  second.track('user_respond');
  expect(second.instrumentation.getTraceHeaders().traceparent).toMatch(/-00$/);
  second.track('chat_closed');
  expect(chat.tracing.spans).toEqual([]);
});

test('the event that begins a sampled trace after an unsampled one is recorded in full', () => {
  let sampled = false;
  const chat = openChat({}, { isSampled: () => sampled });
  chat.instrumentation.setConversationId('c1');
  chat.track('trigger_clicked');
  sampled = true;
  chat.instrumentation.setConversationId('c2');
  chat.track('product_select', { product_id: 'p1' });
  chat.track('chat_closed');
  expect(chat.events().map(({ attributes }) => attributes['shopping_chat.product.id'])).toEqual([
    'p1',
    undefined,
  ]);
});
