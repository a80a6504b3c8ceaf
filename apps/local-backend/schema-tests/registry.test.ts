import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import registry from '@chatspan/semantic-conventions/registry.json' with { type: 'json' };
import { readMigrations } from '@chatspan-tools/clickhouse-schema/migration-files';
import { expect, test } from 'vitest';

const SQL_FOLDER = join(import.meta.dirname, '../../../collector-config/clickhouse');

/** What chat_events takes from the span, or calls by a shorter name. */
const NAMED_OTHERWISE: Record<string, string> = {
  'shopping_chat.event.seq': 'seq UInt32',
  'shopping_chat.session.id': 'chat_session_id String',
  'session.id': 'session_id String',
  'gen_ai.conversation.id': 'conversation_id String',
  'browser.document.url.full': 'page_url String',
};

/** Attributes of few values that the registry does not list. */
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
  'attributes',
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

function chatEventsColumns(): string[] {
  const sql = readFileSync(join(SQL_FOLDER, '0003_chat_events.sql'), 'utf8');
  return [...sql.matchAll(/^ {2}([a-z_]+) ([A-Za-z0-9]+(?:\([^ ]*(?:, '?\w+'?)?\))?)/gm)].map(
    ([, name, type]) => `${name} ${type}`,
  );
}

test('chat_events has a column for every attribute of an event, named and typed by one rule', () => {
  const onEvents = new Set(
    [...registry.events, registry.fallbackEvent, { attributes: registry.eventContext }].flatMap((event) =>
      event.attributes.map((attribute) => attribute.name),
    ),
  );
  const expected = registry.attributes.filter((attribute) => onEvents.has(attribute.name)).map(columnOf);
  const columns = chatEventsColumns().filter(
    (column) => !CONTEXT_COLUMNS.includes(column.split(' ')[0] ?? ''),
  );
  expect(columns.toSorted()).toEqual(expected.toSorted());
});

test('every name of an event, an attribute or a span that the SQL speaks of is in the registry', () => {
  const known = new Set([
    ...registry.attributes.map((attribute) => attribute.name),
    ...registry.events.map((event) => event.name),
    ...registry.spans.map((span) => span.name),
    // Beginnings of names.
    'shopping_chat.',
    'shopping_chat.expand_from_',
  ]);
  const spoken = readMigrations([SQL_FOLDER, join(SQL_FOLDER, 'cluster')]).flatMap(({ name, sql }) =>
    [...sql.matchAll(/'((?:shopping_chat|session|gen_ai|browser|url|error)\.[\w.]*)'/g)].map(
      ([, word = '']) => ({
        name,
        word,
      }),
    ),
  );
  expect(spoken.length).toBeGreaterThan(100);
  expect(spoken.filter(({ word }) => !known.has(word))).toEqual([]);
});

test('every attribute that has a column is left out of the map of all others', () => {
  const sql = readFileSync(join(SQL_FOLDER, '0006_fill.sql'), 'utf8');
  const [, columns = '', others = ''] =
    /SELECT(.*?)mapFilter\(\(k, v\) -> k NOT IN \((.*?)\), a\)/s.exec(sql) ?? [];
  const names = (text: string): string[] => [
    ...new Set([...text.matchAll(/'([a-z_.]+\.[a-z_.]+)'/g)].map(([, name = '']) => name)),
  ];
  expect(names(columns).length).toBeGreaterThan(40);
  expect(names(others).toSorted()).toEqual(names(columns).toSorted());
});

test('events from log records get their columns by the very words that those from spans do', () => {
  const columns = (file: string): string | undefined =>
    /SELECT\n {2}time AS event_time.*? AS attributes\n/s.exec(
      readFileSync(join(SQL_FOLDER, file), 'utf8'),
    )?.[0];
  expect(columns('0020_fill_from_logs.sql')?.length).toBeGreaterThan(4_000);
  expect(columns('0020_fill_from_logs.sql')).toBe(columns('0006_fill.sql'));
});
