import { expect, test } from 'vitest';
import { ENDLESS_PLAN, NO_WAITS, runChat, setFlags } from '../testing/running-chat.ts';
import { ask, eventsOf, saidIn, sendEvent, userText } from '../testing/send-event.ts';

test('the echo arrives before the answer is worked out', async () => {
  const base = await runChat({ latency: ENDLESS_PLAN });
  const response = await sendEvent(base, userText('hello'), { eventId: 'e1' });
  const reader = response.body?.getReader();
  const first = new TextDecoder().decode((await reader?.read())?.value);
  expect(JSON.parse(`${first}]`)).toEqual([expect.objectContaining({ _id: 'e1' })]);
  await reader?.cancel();
});

test('the answer is one JSON array that parses after each piece, with a bracket until it has ended', async () => {
  const base = await runChat({ latency: { ...NO_WAITS, chunkMs: 5 } });
  const response = await sendEvent(base, userText('waterproof shell'));
  const counts: number[] = [];
  let text = '';
  const decoder = new TextDecoder();
  for await (const bytes of response.body ?? []) {
    text += decoder.decode(bytes, { stream: true });
    counts.push(JSON.parse(text.endsWith(']') ? text : `${text}]`).length);
  }
  expect(counts).toEqual([...counts].sort((a, b) => a - b));
  expect(text).toMatch(/^\[\{.*\}\]$/s);
});

test('the echo comes first, then the search, the text, the products and the quick replies', async () => {
  const base = await runChat({ seed: 'a', now: () => Date.UTC(2026, 10, 24) });
  const events = await ask(base, 'waterproof shell', { eventId: 'e1' });
  expect(events[0]).toEqual({
    _id: 'e1',
    type: 'ADD_MESSAGE.USER.TEXT',
    sentDate: '2026-11-24T08:00:00.000Z',
    text: 'waterproof shell',
  });
  const stamp = { _id: expect.stringMatching(/^01a20ada-2c00-7/), sentDate: '2026-11-24T00:00:00.000Z' };
  const batchId = expect.stringMatching(/^[0-9a-f]{16}$/);
  expect(events[1]).toEqual({
    ...stamp,
    type: 'ADD_MESSAGE.ASSISTANT.NOTIFICATION',
    toolName: 'search_products',
    text: 'Looking through the shop …',
    batchId,
  });
  expect(events[2]).toEqual({
    ...stamp,
    type: 'ADD_MESSAGE.ASSISTANT.TEXT',
    text: 'This is ',
    responseId: expect.stringMatching(/^resp_[0-9a-f]{24}$/),
    batchId,
  });
  expect(events[3]).toEqual({ ...stamp, type: 'APPEND_LAST_ASSISTANT_MESSAGE', text: 'what I ', batchId });
  expect(saidIn(events)).toMatch(
    /^This is what I would look at:\n- \[Fjellvind Rain Shell\]\(\/products\/100003\)/,
  );
  expect(events.at(-2)).toEqual({
    ...stamp,
    type: 'ADD_MESSAGE.ASSISTANT.CAROUSEL',
    data: [
      {
        id: '100003',
        name: 'Fjellvind Rain Shell',
        price: 139,
        currency: 'EUR',
        category: 'outerwear',
        url: '/products/100003',
        picture: '/pictures/100003.svg',
      },
    ],
    categoryName: 'outerwear',
    batchId,
  });
  expect(events.at(-1)).toMatchObject({ ...stamp, type: 'ADD_MESSAGE.ASSISTANT.QUICK_REPLY', batchId });
  expect(new Set(events.map(({ _id }) => _id)).size).toBe(events.length);
});

test('feedback, selection and context are only echoed', async () => {
  const base = await runChat();
  for (const content of [
    { type: 'ADD_MESSAGE.USER.FEEDBACK', score: 5, text: 'good' },
    { type: 'SELECTED_ITEMS', ids: ['100001'] },
    { type: 'FE.SET_CONTEXT', currentItemId: '100001' },
  ] as const) {
    const events = await eventsOf(await sendEvent(base, content));
    expect(events).toEqual([expect.objectContaining(content)]);
  }
});

test('the chat remembers selection, context, page and what was shown', async () => {
  const base = await runChat();
  await (await sendEvent(base, { type: 'SELECTED_ITEMS', ids: ['100001', '100003'] })).text();
  expect(
    saidIn(
      await eventsOf(await sendEvent(base, { type: 'ADD_MESSAGE.USER.GEN_BY_BTN', text: 'COMPARISON' })),
    ),
  ).toMatch(/^Side by side:\n- \[Halden Down Parka\]/);
  const chatId = 'chat-2';
  await (await sendEvent(base, { type: 'FE.SET_CONTEXT', currentItemId: '100004' }, { chatId })).text();
  expect(saidIn(await ask(base, 'how heavy is it?', { chatId }))).toContain('It weighs 1120 g.');
  await (await sendEvent(base, { type: 'FE.SET_CONTEXT', remove: ['pageProduct'] }, { chatId })).text();
  const url = 'http://localhost:8080/products/100005?from=mail';
  expect(saidIn(await ask(base, 'how heavy is it?', { chatId, url }))).toContain('It weighs 70 g.');
  await ask(base, 'waterproof shell', { chatId: 'chat-3' });
  expect(saidIn(await ask(base, 'what goes with it?', { chatId: 'chat-3' }))).toContain('/products/100004');
});

test('a quick reply carries the products that it is about', async () => {
  const base = await runChat();
  const direct = {
    type: 'ADD_MESSAGE.USER.DIRECT_CALL',
    target: 'find_similar_or_compatible_products',
  } as const;
  const payload = { productIds: ['100001'] };
  const said = saidIn(
    await eventsOf(await sendEvent(base, { ...direct, text: 'What goes with it?', payload })),
  );
  expect(said).toContain('Made to go with the [Halden Down Parka](/products/100001):');
});

test('an event that was answered is not answered twice', async () => {
  const base = await runChat();
  await ask(base, 'hello', { eventId: 'e1' });
  expect(await ask(base, 'hello', { eventId: 'e1' })).toEqual([expect.objectContaining({ _id: 'e1' })]);
});

test('an event whose answer was cut is answered when it is sent again', async () => {
  const base = await runChat();
  await setFlags(base, { streamCut: 'once' });
  await expect(ask(base, 'hello', { eventId: 'e1' })).rejects.toThrow();
  expect(saidIn(await ask(base, 'hello', { eventId: 'e1' }))).toMatch(/^Hello!/);
});

test('an answer that takes longer than the limit ends with an apology', async () => {
  const base = await runChat({ latency: ENDLESS_PLAN, limitMs: 50 });
  const events = await ask(base, 'hello');
  expect(events.slice(1)).toEqual([
    expect.objectContaining({ type: 'ERROR', exception: 'timeout' }),
    expect.objectContaining({ type: 'FATAL_ERROR', text: 'That took too long. Please try again.' }),
  ]);
});
