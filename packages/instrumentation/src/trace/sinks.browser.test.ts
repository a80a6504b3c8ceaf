import { expect, test } from 'vitest';
import { openChat } from '../../test/open-chat.ts';
import { stopClock, TEN_O_CLOCK } from '../../test/page-moments.ts';
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

test('with eventSink logs/dup, names, attributes and times are the same in both', () => {
  const chat = openChat({ eventSink: 'logs/dup' });
  chat.track('trigger_clicked', { trigger_context_product_ids: ['p1', 'p2'] });
  chat.track('chat_closed');
  const forms = (events: readonly { name: string; attributes: object; timeMs: number }[]) =>
    events.map(({ name, attributes, timeMs }) => ({ name, attributes: { ...attributes }, timeMs }));
  expect(chat.events()).toHaveLength(2);
  expect(forms(chat.tracing.logs)).toEqual(forms(chat.events()));
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
