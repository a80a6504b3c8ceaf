import { expect, test } from 'vitest';
import { toSpan } from './read-trace.ts';

const row = {
  TraceId: 'aa',
  SpanId: 'bb',
  ParentSpanId: '',
  SpanName: 'shopping_chat.turn',
  SpanKind: 'Internal',
  ServiceName: 'chatspan-shop',
  ScopeName: '@chatspan/instrumentation',
  StatusCode: 'Error',
  StatusMessage: '',
  start_us: '1795508476049500',
  duration_ms: 821.25,
  SpanAttributes: { 'error.type': 'stream_cut' },
  event_names: ['shopping_chat.user_respond'],
  event_attributes: [{ 'shopping_chat.event.seq': '3' }],
  event_times_us: ['1795508476049500'],
  link_traces: ['cc'],
  link_spans: ['dd'],
  link_attributes: [{}],
};

test('a row becomes a span with times in milliseconds, also when ClickHouse quotes 64-bit numbers', () => {
  const span = toSpan(row);
  expect([span.spanId, span.name, span.failed]).toEqual(['bb', 'shopping_chat.turn', true]);
  expect([span.start, span.end]).toEqual([1795508476049.5, 1795508476870.75]);
  expect([...span.attributes]).toEqual([['error.type', 'stream_cut']]);
});

test('events and links come with it', () => {
  const { events, links } = toSpan(row);
  expect(events).toEqual([
    {
      name: 'shopping_chat.user_respond',
      time: 1795508476049.5,
      attributes: new Map([['shopping_chat.event.seq', '3']]),
    },
  ]);
  expect(links).toEqual([{ traceId: 'cc', spanId: 'dd', attributes: new Map() }]);
});

test('only the status Error is a failure', () => {
  expect([
    toSpan({ ...row, StatusCode: 'Ok' }).failed,
    toSpan({ ...row, StatusCode: 'Unset' }).failed,
  ]).toEqual([false, false]);
});
