import { join } from 'node:path';
import registry from '@chatspan/semantic-conventions/registry.json' with { type: 'json' };
import { readMigrations } from '@chatspan-tools/clickhouse-schema/migration-files';
import { expect, test } from 'vitest';
import { ask, send } from '../src/test-support/ask.ts';
import { startTestBackend } from '../src/test-support/start-test-backend.ts';

const SQL_FOLDER = join(import.meta.dirname, '../../../collector-config/clickhouse');

/** Columns that do not follow the naming rule. */
const NAMED_OTHERWISE: Record<string, string> = {
  'shopping_chat.event.seq': 'seq UInt32',
  'shopping_chat.session.id': 'chat_session_id String',
  'session.id': 'session_id String',
  'gen_ai.conversation.id': 'conversation_id String',
  'browser.document.url.full': 'page_url String',
};

/** Attributes with few values, which the registry does not list. */
const FEW_VALUES = new Set([
  'shopping_chat.trigger.template',
  'shopping_chat.trigger.name',
  'shopping_chat.product.category',
  'shopping_chat.experiment.id',
  'shopping_chat.experiment.source',
  'shopping_chat.experiment.variant.id',
  'shopping_chat.experiment.variant.name',
]);

const CONTEXT_COLUMNS = [
  'event_time',
  'event_name',
  'trace_id',
  'span_id',
  'span_name',
  'service_name',
  'service_version',
  'environment',
  'device',
  'user_id',
  'attributes',
];

/** Attributes of the resource and of the chat backend's spans: the semantic conventions of OpenTelemetry have them. */
const UPSTREAM = [
  'browser.mobile',
  'gen_ai.operation.name',
  'gen_ai.request.model',
  'gen_ai.response.model',
  'gen_ai.tool.name',
  'gen_ai.usage.input_tokens',
  'gen_ai.usage.output_tokens',
];

function columnOf(attribute: { name: string; type: string; members?: readonly unknown[] }): string {
  const { name, type } = attribute;
  const named = NAMED_OTHERWISE[name];
  if (named !== undefined) return named;
  const column = name.replace('shopping_chat.', '').replaceAll('.', '_');
  if (type === 'string[]') return `${column} Array(String)`;
  if (type === 'int') return `${column} Nullable(Int64)`;
  if (type === 'boolean') return `${column} Nullable(Bool)`;
  if (type !== 'string') throw new Error(`No column type for ${name}: ${type}.`);
  const isFew = attribute.members !== undefined || FEW_VALUES.has(name);
  return isFew ? `${column} LowCardinality(String)` : `${column} String`;
}

const onEvents = new Set(
  [...registry.events, registry.fallbackEvent, { attributes: registry.eventContext }].flatMap((event) =>
    event.attributes.map((attribute) => attribute.name),
  ),
);
const eventAttributes = registry.attributes.filter((attribute) => onEvents.has(attribute.name));

test('chat_events has a column for every attribute of an event, named and typed by one rule', async () => {
  const backend = await startTestBackend();
  const columns = (
    await ask(
      backend,
      "SELECT name, type FROM system.columns WHERE database = 'otel' AND table = 'chat_events'",
    )
  ).filter(({ name }) => !CONTEXT_COLUMNS.includes(String(name)));
  expect(columns.map(({ name, type }) => `${name} ${type}`).toSorted()).toEqual(
    eventAttributes.map(columnOf).toSorted(),
  );
});

test('every event, attribute and span name in the SQL is in the registry', () => {
  const known = new Set([
    ...registry.attributes.map((attribute) => attribute.name),
    ...registry.events.map((event) => event.name),
    ...registry.spans.map((span) => span.name),
    ...UPSTREAM,
    // Prefixes.
    'shopping_chat.',
    'shopping_chat.expand_from_',
  ]);
  const used = readMigrations([SQL_FOLDER, join(SQL_FOLDER, 'cluster')]).flatMap(({ name, sql }) =>
    [...sql.matchAll(/'((?:shopping_chat|session|gen_ai|browser|url|error)\.[\w.]*)'/g)].map(
      ([, word = '']) => ({
        name,
        word,
      }),
    ),
  );
  expect(used.length).toBeGreaterThan(100);
  expect(used.filter(({ word }) => !known.has(word))).toEqual([]);
});

/** The attribute's value as ClickHouse stores it in a map, and as its column has it. */
function sample(attribute: { name: string; type: string }): { stored: string; read: unknown } {
  const { name, type } = attribute;
  if (name === 'shopping_chat.event.seq') return { stored: '7', read: 7 };
  if (type === 'string[]') return { stored: '["a","b"]', read: ['a', 'b'] };
  // JSONEachRow writes 64-bit integers as texts.
  if (type === 'int') return { stored: '-5', read: -5 };
  if (type === 'boolean') return { stored: 'true', read: true };
  return { stored: `value of ${name}`, read: `value of ${name}` };
}

test('every attribute of an event is in its column, from spans and from log records, and only others in the map', async () => {
  const backend = await startTestBackend();
  const attributes = {
    ...Object.fromEntries(eventAttributes.map((attribute) => [attribute.name, sample(attribute).stored])),
    'team.own': 'kept',
  };
  const name = 'shopping_chat.user_respond';
  const time = '2026-11-20 10:00:00';
  const insert = async (table: string, row: object): Promise<void> => {
    const statement = `INSERT INTO otel.${table} FORMAT JSONEachRow ${JSON.stringify({ ...row, Timestamp: time })}`;
    expect(await send(backend, statement, { user: 'writer' })).toMatchObject({ status: 200 });
  };
  const events = { 'Events.Timestamp': [time], 'Events.Name': [name], 'Events.Attributes': [attributes] };
  await insert('otel_traces', { TraceId: 'span', SpanName: 'shopping_chat.activity', ...events });
  await insert('otel_logs', { TraceId: 'log', EventName: name, LogAttributes: attributes });

  const expected = Object.fromEntries(
    eventAttributes.map((attribute) => [columnOf(attribute).split(' ')[0], sample(attribute).read]),
  );
  for (const trace of ['span', 'log']) {
    expect(await ask(backend, `SELECT * FROM otel.chat_events WHERE trace_id = '${trace}'`), trace).toEqual([
      {
        ...expected,
        event_time: `${time}.000000000`,
        event_name: name,
        trace_id: trace,
        span_id: '',
        span_name: trace === 'span' ? 'shopping_chat.activity' : '',
        service_name: '',
        service_version: '',
        environment: '',
        device: '',
        user_id: '',
        attributes: { 'team.own': 'kept' },
      },
    ]);
  }
});
