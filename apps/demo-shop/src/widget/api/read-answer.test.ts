import { describe, expect, test } from 'vitest';
import { AnswerFailure, failureSentence } from './answer-failure.ts';
import type { IncomingEvent } from './api-events.ts';
import { readAnswer } from './read-answer.ts';

async function eventsOf(body: string): Promise<IncomingEvent[]> {
  const events: IncomingEvent[] = [];
  await readAnswer(new Response(body), (event) => events.push(event));
  return events;
}

async function failureOf(response: Response): Promise<AnswerFailure> {
  const failure: unknown = await readAnswer(response, () => undefined).catch((error: unknown) => error);
  if (!(failure instanceof AnswerFailure)) throw new Error(`Expected a failure, got ${String(failure)}.`);
  return failure;
}

describe('readAnswer', () => {
  test('gives the assistant’s events and leaves out the echo and unknown types', async () => {
    const body = [
      { _id: 'u1', type: 'ADD_MESSAGE.USER.TEXT', text: 'hello' },
      { _id: 'n1', type: 'ADD_MESSAGE.ASSISTANT.NOTIFICATION', toolName: 'search', text: 'Looking …' },
      { _id: 'x1', type: 'SOMETHING.NEW' },
      { _id: 'm1', type: 'ADD_MESSAGE.ASSISTANT.TEXT', text: 'Hi', responseId: 'r1', batchId: 'b1' },
      { _id: 'a1', type: 'APPEND_LAST_ASSISTANT_MESSAGE', text: ' there' },
      { _id: 'q1', type: 'ADD_MESSAGE.ASSISTANT.QUICK_REPLY', data: [{ label: 'More', target: 't' }] },
    ];
    expect(await eventsOf(JSON.stringify(body))).toEqual([
      { _id: 'n1', type: 'ADD_MESSAGE.ASSISTANT.NOTIFICATION', text: 'Looking …' },
      { _id: 'm1', type: 'ADD_MESSAGE.ASSISTANT.TEXT', text: 'Hi', responseId: 'r1', batchId: 'b1' },
      { _id: 'a1', type: 'APPEND_LAST_ASSISTANT_MESSAGE', text: ' there' },
      { _id: 'q1', type: 'ADD_MESSAGE.ASSISTANT.QUICK_REPLY', data: [{ label: 'More', target: 't' }] },
    ]);
  });

  test('takes an event that comes twice once', async () => {
    const event = { _id: 'm1', type: 'ADD_MESSAGE.ASSISTANT.TEXT', text: 'Hi' };
    expect(await eventsOf(JSON.stringify([event, event]))).toEqual([event]);
  });

  test('keeps a character that is split between two pieces of the body', async () => {
    const bytes = new TextEncoder().encode('[{"_id":"m1","type":"ADD_MESSAGE.ASSISTANT.TEXT","text":"🧥"}]');
    const cut = bytes.length - 5;
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(bytes.slice(0, cut));
        controller.enqueue(bytes.slice(cut));
        controller.close();
      },
    });
    const events: IncomingEvent[] = [];
    await readAnswer(new Response(body), (event) => events.push(event));
    expect(events).toEqual([{ _id: 'm1', type: 'ADD_MESSAGE.ASSISTANT.TEXT', text: '🧥' }]);
  });

  test.each([
    [
      'a refused request',
      new Response('', { status: 503 }),
      'http_503',
      'Something went wrong while answering.',
    ],
    [
      'a body without its closing bracket',
      new Response('[{"_id":"u1","type":"X"}'),
      'stream_cut',
      'The answer broke off before it was complete.',
    ],
    [
      'a body that is no array',
      new Response('<html>'),
      'protocol_error',
      'Something went wrong while answering.',
    ],
    [
      'a product without a price',
      new Response('[{"_id":"c","type":"ADD_MESSAGE.ASSISTANT.CAROUSEL","data":[{"id":"1"}]}]'),
      'protocol_error',
      'Something went wrong while answering.',
    ],
    [
      'a fatal error',
      new Response('[{"_id":"f","type":"FATAL_ERROR","text":"The search is down."}]'),
      'fatal_error',
      'The search is down.',
    ],
    [
      'a fatal error without a text',
      new Response('[{"_id":"f","type":"FATAL_ERROR"}]'),
      'fatal_error',
      'The assistant ran into a problem.',
    ],
    [
      'a 429',
      new Response('', { status: 429, headers: { 'Retry-After': '7' } }),
      'rate_limited',
      'Too many questions at once, try again in 7 s.',
    ],
    [
      'a 429 without Retry-After',
      new Response('', { status: 429 }),
      'rate_limited',
      'Too many questions at once, try again in 1 s.',
    ],
  ])('reports %s', async (_, response, code, sentence) => {
    const failure = await failureOf(response);
    expect(failure.code).toBe(code);
    expect(failureSentence(failure)).toBe(sentence);
  });

  test('reports a connection that breaks while reading', async () => {
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode('[')),
      pull: (controller) => controller.error(new Error('reset')),
    });
    expect((await failureOf(new Response(body))).code).toBe('stream_cut');
  });
});
