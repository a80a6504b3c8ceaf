import { expect, test } from 'vitest';
import { DEFAULT_LATENCY } from './assistant/run.ts';
import { NO_WAITS, runChat, setFlags } from './testing/running-chat.ts';
import { ask, rawAnswer, saidIn, sendEvent, userText } from './testing/send-event.ts';

const ALL_OFF = { slowModel: false, toolError: false, rateLimited: false, streamCut: false, refuse: false };

async function flagsOf(base: string): Promise<unknown> {
  return (await fetch(`${base}/flags`)).json();
}

test('every failure is off at the start', async () => {
  expect(await flagsOf(await runChat())).toEqual(ALL_OFF);
});

test('a change names only the flags it changes and shows all of them', async () => {
  const base = await runChat();
  await setFlags(base, { refuse: true });
  const response = await setFlags(base, { streamCut: 'once' });
  expect(await response.json()).toEqual({ ...ALL_OFF, refuse: true, streamCut: 'once' });
  expect(await flagsOf(base)).toEqual({ ...ALL_OFF, refuse: true, streamCut: 'once' });
});

test.each([
  [{ other: true }, 'There is no such flag. Known: slowModel, toolError, rateLimited, streamCut, refuse.'],
  [{ refuse: 'yes' }, 'refuse must be true, false or "once".'],
  [[], 'The body must be an object of flags.'],
])('%j is refused and changes nothing', async (flags, error) => {
  const base = await runChat();
  const response = await setFlags(base, flags as Record<string, unknown>);
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({ error });
  expect(await flagsOf(base)).toEqual(ALL_OFF);
});

test('refuse makes the assistant refuse whatever is asked, and "once" refuses one question', async () => {
  const base = await runChat();
  await setFlags(base, { refuse: 'once' });
  expect(saidIn(await ask(base, 'waterproof shell'))).toMatch(/^I am sorry/);
  expect(saidIn(await ask(base, 'waterproof shell'))).toMatch(/^This is what I would look at/);
  expect(await flagsOf(base)).toEqual(ALL_OFF);
});

test('toolError makes the search fail, which ends the answer with an apology', async () => {
  const base = await runChat();
  await setFlags(base, { toolError: true });
  for (const question of ['waterproof shell', 'warm jacket']) {
    const events = await ask(base, question);
    expect(events.slice(-2)).toEqual([
      expect.objectContaining({ type: 'ERROR', exception: 'tool_error' }),
      expect.objectContaining({
        type: 'FATAL_ERROR',
        text: 'I could not look through the shop just now. Please try again.',
      }),
    ]);
  }
});

test('toolError once waits for a question that needs the search', async () => {
  const base = await runChat();
  await setFlags(base, { toolError: 'once' });
  expect(saidIn(await ask(base, 'hello'))).toMatch(/^Hello!/);
  expect((await ask(base, 'waterproof shell')).at(-1)).toMatchObject({ type: 'FATAL_ERROR' });
  expect(saidIn(await ask(base, 'waterproof shell'))).toMatch(/^This is what/);
});

test('rateLimited lets selection and context through', async () => {
  const base = await runChat();
  await setFlags(base, { rateLimited: true });
  expect((await sendEvent(base, { type: 'SELECTED_ITEMS', ids: [] })).status).toBe(200);
  expect((await sendEvent(base, userText('hello'))).status).toBe(429);
  expect((await sendEvent(base, userText('hello'))).status).toBe(429);
});

test('streamCut breaks the connection after two pieces of text', async () => {
  const base = await runChat();
  await setFlags(base, { streamCut: 'once' });
  const { text, complete } = await rawAnswer(base, userText('hello'));
  expect(complete).toBe(false);
  expect(saidIn(JSON.parse(`${text}]`))).toBe('Hello! What are you ');
});

test('slowModel adds its wait to the answer', async () => {
  expect(DEFAULT_LATENCY.slowModelMs).toBe(3_000);
  const base = await runChat({ latency: { ...NO_WAITS, slowModelMs: 60_000 }, limitMs: 50 });
  await setFlags(base, { slowModel: 'once' });
  expect((await ask(base, 'hello')).at(-1)).toMatchObject({ type: 'FATAL_ERROR' });
  expect(saidIn(await ask(base, 'hello'))).toMatch(/^Hello!/);
});
