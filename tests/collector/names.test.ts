import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import registry from '@chatspan/semantic-conventions/registry.json' with { type: 'json' };
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const FOLDER = join(import.meta.dirname, '../../collector-config');
const FILES = globSync('**/*.yaml', { cwd: FOLDER });
const read = (file: string) => readFileSync(join(FOLDER, file), 'utf8');

test('every shopping_chat name in the Collector files is in the registry', () => {
  const known = new Set([
    ...registry.attributes.map(({ name }) => name),
    ...registry.events.map(({ name }) => name),
    registry.fallbackEvent.name,
    ...registry.spans.map(({ name }) => name),
    ...registry.metrics.map(({ name }) => name),
  ]);
  const used = FILES.flatMap((file) => read(file).match(/\bshopping_chat[\w.]*\w/g) ?? []);
  expect(used.length).toBeGreaterThan(10);
  expect(used.filter((name) => !known.has(name))).toEqual([]);
});

/** The lists of what is removed, by the context they are run in. */
const guard = parse(read('base.yaml'), { merge: true }).processors['transform/free_text'];
const texts: { context: string; statements: string[] }[] = [
  ...guard.trace_statements,
  ...guard.log_statements,
].filter(({ context }: { context?: string }) => context !== undefined);

test('the guard takes the messages of every kind of button as labels, and no others', () => {
  const inputType = registry.attributes.find(({ name }) => name === 'shopping_chat.message.input_type');
  const kinds = inputType?.members?.map(({ value }) => value) ?? [];
  const labels = [
    ...String(texts[0]?.statements).matchAll(/\["shopping_chat\.message\.input_type"\] != "(\w+)"/g),
  ].map(([, kind]) => kind);
  expect(labels.sort()).toEqual(kinds.filter((kind) => kind !== 'text' && kind !== 'voice').sort());
});

test('the guard drops every attribute that holds a text, and of the others none', () => {
  const isText = (contentClass: string) => contentClass === 'text' || contentClass === 'by_input_type';
  const patterns = [
    ...String(texts[0]?.statements).matchAll(/delete_matching_keys\(attributes, "(.*?)"\)/g),
  ].map(([, pattern = '']) => new RegExp(pattern.replaceAll('\\\\', '\\').replaceAll('$$', '$')));
  const dropped = registry.attributes.filter(({ name }) => patterns.some((pattern) => pattern.test(name)));
  expect(dropped.map(({ name }) => name)).toEqual(
    registry.attributes.filter(({ contentClass }) => isText(contentClass)).map(({ name }) => name),
  );
});

test('the guard removes the same from spans, span events and log records', () => {
  expect(texts.map(({ context }) => context)).toEqual(['span', 'spanevent', 'log']);
  for (const { context, ...rest } of texts) expect({ ...rest, context: 'span' }).toEqual(texts[0]);
});

/** The values that a dimension of the metrics may take, as exporters/metrics.yaml lists them. */
function valuesOf(name: string): string[] {
  const pattern = new RegExp(
    `IsMatch\\(\\w+\\.attributes\\["${name.replaceAll('.', '\\.')}"\\], "\\^\\(\\?:([^)]*)\\)\\$\\$"\\)`,
  );
  return pattern.exec(read('exporters/metrics.yaml'))?.[1]?.split('|') ?? [];
}

test.each([
  'shopping_chat.turn.end_reason',
  'shopping_chat.message.input_type',
  'shopping_chat.trigger.component',
  'shopping_chat.action',
])('the metrics know every value of %s in the registry, and no others', (name) => {
  const members = registry.attributes.find((attribute) => attribute.name === name)?.members ?? [];
  expect(members.length).toBeGreaterThan(4);
  expect(valuesOf(name)).toEqual(members.map(({ value }) => value));
});

test('the metrics have the names and the dimensions of the registry', () => {
  const { namespace, calls_dimensions, histogram, events } = parse(read('exporters/metrics.yaml')).connectors
    .span_metrics;
  const dimensions: Record<string, { name: string }[]> = {
    events: events.dimensions,
    calls: calls_dimensions,
    duration: histogram.dimensions,
  };
  const made = Object.entries(dimensions).map(([name, of]) => ({
    name: `${namespace}.${name}`,
    attributes: ['service.name', ...of.map((dimension) => dimension.name)],
  }));
  expect(made).toEqual(
    registry.metrics.map(({ name, attributes }) => ({ name, attributes: attributes.map((of) => of.name) })),
  );
});

test('no combination of dimensions reaches the limit of series', () => {
  const { span_metrics } = parse(read('exporters/metrics.yaml')).connectors;
  const values = (name: string) => valuesOf(name).length + 'other, absent'.split(',').length;
  // Only a failed turn has an error type.
  const outcomes = values('shopping_chat.turn.end_reason') - 1 + values('error.type');
  const turns =
    outcomes * values('shopping_chat.message.input_type') * values('shopping_chat.trigger.component');
  const statuses = 3;
  const otherSpans = 2;
  expect(turns + otherSpans * statuses).toBeLessThan(span_metrics.aggregation_cardinality_limit);
});

test('log records pass the same processors as spans before they are stored', () => {
  const { pipelines } = parse(read('base.yaml'), { merge: true }).service;
  const { processors } = parse(read('exporters/clickhouse.yaml')).service.pipelines['logs/clickhouse'];
  const ofSpans = pipelines['traces/ingest'].processors;
  expect(processors.slice(0, ofSpans.length)).toEqual(ofSpans);
});
