/** Rows as the panel's query names their columns: a chat of two questions, twelve seconds apart, the second failing. */

const begin = Date.UTC(2026, 2, 1, 10) * 1000;
const us = (ms: number) => begin + ms * 1000;

interface Values {
  id: string;
  parent?: string;
  name: string;
  at: number;
  ms: number;
  backend?: boolean;
  error?: string;
  attributes?: Record<string, string>;
  events?: [at: number, name: string, attributes?: Record<string, string>][];
}

function row({ id, parent = '', name, at, ms, backend, error, attributes = {}, events = [] }: Values) {
  return {
    TraceId: '4e4616a7c038f28e92a55a82ba1850fb',
    SpanId: id,
    ParentSpanId: parent,
    SpanName: name,
    SpanKind: 'Internal',
    ServiceName: backend ? 'chatspan-chat-backend' : 'chatspan-shop',
    ScopeName: 'test',
    StatusCode: error ? 'Error' : 'Unset',
    StatusMessage: '',
    start_us: us(at),
    duration_ms: ms,
    SpanAttributes: { ...attributes, ...(error && { 'error.type': error }) },
    event_names: events.map(([, event]) => event),
    event_times_us: events.map(([time]) => us(time)),
    event_attributes: events.map(([, , values = {}]) => values),
    link_traces: [],
    link_spans: [],
    link_attributes: [],
  };
}

export type TraceRow = ReturnType<typeof row>;

export const session = row({ id: 's', name: 'shopping_chat.session', at: 0, ms: 0 });

const openedBy = { 'shopping_chat.trigger.component': 'PDP_EMBEDDED', 'shopping_chat.event.seq': '1' };
const firstActivity = row({
  id: 'a1',
  parent: 's',
  name: 'shopping_chat.activity',
  at: 0,
  ms: 1400,
  events: [
    [0, 'shopping_chat.trigger_clicked', openedBy],
    [500, 'shopping_chat.change_size', { 'shopping_chat.widget.size': 'large' }],
  ],
});

const answered = { 'shopping_chat.turn.end_reason': 'answered' };
const asked: [number, string] = [10, 'shopping_chat.user_respond'];
const firstTurn = row({
  id: 't1',
  parent: 'a1',
  name: 'shopping_chat.turn',
  at: 10,
  ms: 990,
  attributes: answered,
  events: [asked],
});
const firstRequest = row({ id: 'r1', parent: 't1', name: 'POST', at: 15, ms: 980 });
export const firstServer = row({
  id: 'p1',
  parent: 'r1',
  name: 'POST /send-event',
  at: 20,
  ms: 970,
  backend: true,
});
const tokens = { 'gen_ai.usage.input_tokens': '40', 'gen_ai.usage.output_tokens': '24' };
export const firstModel = row({
  id: 'm1',
  parent: 'p1',
  name: 'chat mock-shop-1',
  at: 100,
  ms: 800,
  backend: true,
  attributes: tokens,
});

const secondActivity = row({ id: 'a2', parent: 's', name: 'shopping_chat.activity', at: 13_000, ms: 300 });
const secondTurn = row({
  id: 't2',
  parent: 'a2',
  name: 'shopping_chat.turn',
  at: 13_000,
  ms: 300,
  error: 'fatal_error',
});
const secondTool = row({
  id: 'x2',
  parent: 't2',
  name: 'execute_tool search_products',
  at: 13_100,
  ms: 100,
  backend: true,
  error: 'tool_error',
});

export const firstQuestion = [session, firstActivity, firstTurn, firstRequest, firstServer, firstModel];
export const bothQuestions = [...firstQuestion, secondActivity, secondTurn, secondTool];
