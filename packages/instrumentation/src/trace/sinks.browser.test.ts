import { SCHEMA_URL } from '@chatspan/semantic-conventions';
import { expect, test } from 'vitest';
import { openChat } from '../../test/open-chat.ts';
import { goTo, stopClock, TEN_O_CLOCK } from '../../test/page-moments.ts';
import { eventLabel } from '../../test/span-tree.ts';
import { recordGenAiEvaluation } from '../index.ts';

test('with eventSink logs, events have the context of their span, which holds no events', () => {
  stopClock();
  const chat = openChat({ eventSink: 'logs' });
  chat.track('trigger_clicked', { component: 'PLP_BANNER' });
  chat.track('user_respond', { type: 'text' });
  chat.track('chat_closed');
  expect(chat.tree()).toEqual([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity closed',
    '    shopping_chat.turn abandoned',
  ]);
  const spans = new Map(chat.tracing.spans.map(({ spanId, name }) => [spanId, name]));
  expect(chat.tracing.logs.map((log) => [eventLabel(log), spans.get(log.spanId ?? '')])).toEqual([
    ['trigger_clicked#1', 'shopping_chat.activity'],
    ['user_respond#2', 'shopping_chat.turn'],
    ['chat_closed#3', 'shopping_chat.activity'],
  ]);
  const [first] = chat.tracing.logs;
  expect(first).toMatchObject({
    name: 'shopping_chat.trigger_clicked',
    severityNumber: 9,
    timeMs: TEN_O_CLOCK,
    attributes: {
      'shopping_chat.action': 'trigger_clicked',
      'shopping_chat.event.seq': 1,
      'shopping_chat.trigger.component': 'PLP_BANNER',
    },
  });
});

test('with eventSink logs/dup, a log-based event has all that its span event has, at the same time', () => {
  const chat = openChat({ eventSink: 'logs/dup' });
  chat.track('trigger_clicked', { trigger_context_product_ids: ['p1', 'p2'] });
  chat.track('chat_closed');
  const events = chat.events();
  expect(events).toHaveLength(2);
  expect(chat.tracing.logs).toMatchObject(
    events.map(({ name, attributes, timeMs }) => ({ name, attributes: { ...attributes }, timeMs })),
  );
});

test.each(['logs', 'logs/dup'] as const)(
  'with eventSink %s, each record says which chat session, session, conversation and page it belongs to',
  (eventSink) => {
    const sessionProvider = { getSessionId: () => 'visit' };
    const chat = openChat({ eventSink, sessionProvider, evaluation: recordGenAiEvaluation });
    goTo('/coats?mail=eva@example.com');
    chat.track('user_respond', { type: 'text' });
    chat.instrumentation.setConversationId('c1');
    goTo('/boots');
    chat.track('thumbs_up');
    chat.track('chat_closed');
    const identity = (path: string, conversation?: string) => ({
      'shopping_chat.session.id': chat.tracing.spans[0]?.traceId,
      'session.id': 'visit',
      ...(conversation && { 'gen_ai.conversation.id': conversation }),
      'browser.document.url.full': `${location.origin}${path}`,
    });
    expect(chat.tracing.logs.map(({ name, attributes }) => [name, { ...attributes }])).toEqual([
      ['shopping_chat.user_respond', expect.objectContaining(identity('/coats'))],
      ['shopping_chat.thumbs_up', expect.objectContaining(identity('/boots', 'c1'))],
      ['gen_ai.evaluation.result', expect.objectContaining(identity('/boots', 'c1'))],
      ['shopping_chat.chat_closed', expect.objectContaining(identity('/boots', 'c1'))],
    ]);
  },
);

test('a record carries the configuration when it differs from that of the records before it on its span', () => {
  const chat = openChat({ eventSink: 'logs', captureConfig: true });
  for (const chat_config of ['{"a":1}', '{"a":1}', '{"a":2}', '{"a":1}']) {
    chat.track('expand_from_bubble', { chat_config });
  }
  chat.track('user_respond', { chat_config: '{"a":1}' });
  expect(chat.tracing.logs.map(({ attributes }) => attributes['shopping_chat.config'])).toEqual([
    '{"a":1}',
    undefined,
    '{"a":2}',
    undefined,
    '{"a":1}',
  ]);
});

test('a log-based event names the schema of its conventions', () => {
  const chat = openChat({ eventSink: 'logs' });
  chat.track('chat_closed');
  expect(chat.tracing.logs.map(({ schemaUrl }) => schemaUrl)).toEqual([SCHEMA_URL]);
});

test('the payload of a team says more about an event than the page does', () => {
  const payloadAttributes = { visit: 'session.id' };
  const sessionProvider = { getSessionId: () => 'of the page' };
  const chat = openChat({ eventSink: 'logs', payloadAttributes, sessionProvider });
  chat.track('chat_closed', { visit: 'of the payload' });
  expect(chat.tracing.logs[0]?.attributes['session.id']).toBe('of the payload');
});

test('what log-based events carry counts towards the size of an activity', () => {
  const sessionProvider = { getSessionId: () => 'x'.repeat(1_000) };
  const chat = openChat({ eventSink: 'logs', sessionProvider, limits: { maxActivityBytes: 10_000 } });
  for (let count = 0; count < 8; count += 1) chat.track('product_select');
  chat.instrumentation.disable();
  expect(chat.tree().map((line) => line.trim())).toContain('shopping_chat.activity size_limit');
});

test('with eventSink span_events nothing is logged', () => {
  const chat = openChat();
  chat.track('chat_closed');
  expect([chat.events().length, chat.tracing.logs]).toEqual([1, []]);
});

test('an activity is cut by number and size with every eventSink', () => {
  const chat = openChat({ eventSink: 'logs' });
  for (let count = 0; count < 33; count += 1) chat.track('product_select');
  chat.instrumentation.disable();
  expect(
    chat.tracing.spans.map(({ attributes }) => attributes['shopping_chat.activity.event_count']),
  ).toEqual([undefined, 32, 1]);
});

test.each([
  [
    'thumbs_up',
    { message_id: 'm1' },
    { name: 'user_feedback', 'score.label': 'thumbs_up', 'score.value': 1 },
  ],
  [
    'thumbs_down',
    { message_id: 'm1' },
    { name: 'user_feedback', 'score.label': 'thumbs_down', 'score.value': 0 },
  ],
  ['submit_feedback', { feedback_state: 4 }, { name: 'user_survey', 'score.value': 4 }],
])(
  '%s is also recorded as an evaluation when recordGenAiEvaluation is given',
  (action, payload, evaluation) => {
    const chat = openChat({ evaluation: recordGenAiEvaluation });
    chat.track('user_respond');
    chat.instrumentation.endTurn({ messageId: 'm1', responseId: 'r1' });
    chat.track(action, payload);
    chat.track('chat_closed');
    const result = chat.tracing.spans
      .flatMap(({ events }) => events)
      .filter(({ name }) => name === 'gen_ai.evaluation.result');
    const expected = Object.fromEntries(
      Object.entries(evaluation).map(([key, value]) => [`gen_ai.evaluation.${key}`, value]),
    );
    const response = action === 'submit_feedback' ? {} : { 'gen_ai.response.id': 'r1' };
    expect(result.map(({ attributes }) => attributes)).toEqual([{ ...expected, ...response }]);
  },
);

test('an event without a rating is not an evaluation, and without the option there is none', () => {
  const chat = openChat({ evaluation: recordGenAiEvaluation });
  chat.track('submit_feedback', { feedback_message: 'nice' });
  chat.track('close_survey');
  chat.track('chat_closed');
  expect(chat.tree()[1]).toBe(
    '  shopping_chat.activity closed: submit_feedback#1 close_survey#2 chat_closed#3',
  );
});
