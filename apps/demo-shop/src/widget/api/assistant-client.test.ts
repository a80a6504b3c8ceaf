import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FakeAssistant } from '../browse-test/fake-assistant.ts';
import { startFakeAssistant } from '../browse-test/fake-assistant.ts';
import { gate } from '../browse-test/gate.ts';
import { AssistantClient } from './assistant-client.ts';

let assistant: FakeAssistant;

beforeEach(async () => {
  assistant = await startFakeAssistant([{ type: 'ADD_MESSAGE.ASSISTANT.TEXT', text: 'Yes.' }]);
});

afterEach(() => assistant.close());

function clientOf(chatUrl: string, requestLimitMs = 10_000): AssistantClient {
  return new AssistantClient({
    chatUrl,
    agentId: 'demo agent',
    endCustomerId: 'customer-1',
    requestLimitMs,
    pageUrl: () => 'https://shop.example/',
  });
}

const question = { type: 'ADD_MESSAGE.USER.TEXT', text: 'Is it warm?' } as const;

describe('AssistantClient', () => {
  test('posts the event to the chat’s address and hands on the answer', async () => {
    const texts: string[] = [];
    await clientOf(assistant.url).send('chat-1', question, (event) => {
      if (event.type === 'ADD_MESSAGE.ASSISTANT.TEXT') texts.push(event.text);
    });
    expect(texts).toEqual(['Yes.']);
    expect(assistant.requests).toMatchObject([
      {
        path: '/ca/v1/agents/demo%20agent/chats/chat-1/send-event',
        body: {
          url: 'https://shop.example/',
          endCustomerId: 'customer-1',
          event: { type: 'ADD_MESSAGE.USER.TEXT', text: 'Is it warm?' },
        },
      },
    ]);
    expect(assistant.requests[0]?.body.event._id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
    expect(Date.parse(String(assistant.requests[0]?.body.event.sentDate))).not.toBeNaN();
  });

  test('keeps one request in flight per chat, in the order of the calls', async () => {
    const client = clientOf(assistant.url);
    const send = (chatId: string, text: string) =>
      client.send(chatId, { ...question, text }, () => undefined);
    const texts = () => assistant.requests.map(({ body }) => body.event.text);
    const first = gate();
    assistant.next({ events: [], until: first.opened });
    const one = send('chat-1', 'one');
    await expect.poll(texts).toEqual(['one']);
    const two = send('chat-1', 'two');
    await send('chat-2', 'another chat');
    expect(texts()).toEqual(['one', 'another chat']);
    first.open();
    await Promise.all([one, two]);
    expect(texts()).toEqual(['one', 'another chat', 'two']);
  });

  test('goes on after a failure', async () => {
    const client = clientOf(assistant.url);
    assistant.next({ status: 500 });
    const send = () => client.send('chat-1', question, () => undefined);
    const results = await Promise.allSettled([send(), send()]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  });

  test('gives up after the limit', async () => {
    assistant.next({ events: [], until: new Promise(() => undefined) });
    const sent = clientOf(assistant.url, 100).send('chat-1', question, () => undefined);
    await expect(sent).rejects.toMatchObject({ code: 'timeout' });
  });

  test('stops when it is aborted', async () => {
    assistant.next({ events: [], until: new Promise(() => undefined) });
    const abort = new AbortController();
    const sent = clientOf(assistant.url).send('chat-1', question, () => undefined, abort.signal);
    await expect.poll(() => assistant.requests.length).toBe(1);
    abort.abort();
    await expect(sent).rejects.toMatchObject({ code: 'aborted' });
  });

  test('reports a backend that is not there', async () => {
    await assistant.close();
    const sent = clientOf(assistant.url).send('chat-1', question, () => undefined);
    await expect(sent).rejects.toMatchObject({ code: 'network_error' });
    assistant = await startFakeAssistant([]);
  });
});
