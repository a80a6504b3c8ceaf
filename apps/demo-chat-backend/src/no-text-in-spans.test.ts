import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { ChatServer } from './serve-chat.ts';
import { serveChat } from './serve-chat.ts';
import { endedSpans, recordSpans } from './testing/recorded-spans.ts';
import { NO_WAITS, runChat } from './testing/running-chat.ts';
import { ask, sendEvent, userText } from './testing/send-event.ts';
import { SMALL_CATALOGUE } from './testing/small-catalogue.ts';

const exporter = recordSpans();
beforeEach(() => exporter.reset());

let server: ChatServer;
beforeAll(async () => {
  server = await serveChat({ port: 0, latency: NO_WAITS, catalogue: SMALL_CATALOGUE });
});
afterAll(() => server.close());

/** All that a back end gets of the spans, but for resource and ids. */
async function recorded(): Promise<string> {
  const spans = await endedSpans(exporter);
  return JSON.stringify(
    spans.map(({ name, attributes, events, links, status }) => [name, attributes, events, links, status]),
  );
}

/** Words that no span holds by chance, among others that lead to each intent. */
const secret = fc.stringMatching(/^[a-z]{6}[A-Z0-9]{6}[a-zA-Z0-9äß€]{0,20}$/);
const text = fc.tuple(
  fc.constantFrom(
    '',
    'warm jacket ',
    'compare Halden and Sund ',
    'is the Halden waterproof? ',
    'hello ',
    'pill ',
  ),
  secret,
);

const content = fc.tuple(text, fc.integer({ min: 0, max: 4 })).map(([[lead, word], kind]) => {
  const sentence = lead + word;
  const contents = [
    userText(sentence),
    {
      type: 'ADD_MESSAGE.USER.DIRECT_CALL',
      text: sentence,
      payload: { note: sentence, productIds: ['100001'] },
    },
    { type: 'ADD_MESSAGE.USER.GEN_BY_BTN', text: 'SHOW_SIMILAR', label: sentence },
    { type: 'ADD_MESSAGE.USER.FEEDBACK', score: 1, text: sentence, messages: [{ text: sentence }] },
    { type: 'ADD_MESSAGE.USER.GEN_BY_BTN', text: sentence },
  ] as const;
  return { word, content: contents[kind] ?? contents[0] };
});

test('whatever a shopper writes is in no span', async () => {
  await fc.assert(
    fc.asyncProperty(content, async (sent) => {
      exporter.reset();
      await (await sendEvent(server.url, sent.content)).text();
      expect(await recorded()).not.toContain(sent.word);
    }),
    { numRuns: 100 },
  );
});

test('a body that cannot be read is in no span either', async () => {
  const url = `${server.url}/ca/v1/agents/demo/chats/chat-1/send-event?q=secretQUERY`;
  await (await fetch(url, { method: 'POST', body: '{"text": secretWORDS' })).text();
  expect(await recorded()).not.toMatch(/secretWORDS|secretQUERY/);
});

test('an error that quotes what the shopper wrote leaves only its type', async () => {
  const logged = vi.spyOn(console, 'error').mockReturnValue();
  const catalogue = new Proxy(SMALL_CATALOGUE, {
    get: () => {
      throw new TypeError('cannot read secretWORDS');
    },
  });
  const base = await runChat({ catalogue });
  await (await sendEvent(base, userText('secretWORDS'))).text();
  expect(await recorded()).not.toContain('secretWORDS');
  logged.mockRestore();
});

test('what the assistant says is in no span', async () => {
  await ask(server.url, 'waterproof shell');
  expect(await recorded()).not.toMatch(/Fjellvind|what I would look at/);
});

test('with content capture the model spans hold what went in and came out', async () => {
  const base = await runChat({ captureContent: true });
  await ask(base, 'hello secretWORDS');
  const [plan, answer] = (await endedSpans(exporter)).filter(({ name }) => name === 'chat mock-shop-1');
  expect(plan?.attributes['gen_ai.input.messages']).toEqual([
    { role: 'user', parts: [{ type: 'text', content: 'hello secretWORDS' }] },
  ]);
  expect(plan?.attributes['gen_ai.output.messages']).toEqual([
    { role: 'assistant', parts: [{ type: 'text', content: 'small_talk' }] },
  ]);
  expect(answer?.attributes['gen_ai.output.messages']).toEqual([
    {
      role: 'assistant',
      parts: [
        { type: 'text', content: 'Hello! What are you planning to do outdoors, and how cold will it be?' },
      ],
    },
  ]);
});
