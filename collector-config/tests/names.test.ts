import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import registry from '@chatspan/semantic-conventions/registry.json' with { type: 'json' };
import { expect, test } from 'vitest';

const FOLDER = join(import.meta.dirname, '..');
const FILES = globSync('{*,exporters/*,vendors/*,sampling/*,jaeger/*}.yaml', { cwd: FOLDER });
const read = (file: string) => readFileSync(join(FOLDER, file), 'utf8');

test('every shopping_chat name in the Collector files is in the registry', () => {
  const known = new Set([
    ...registry.attributes.map(({ name }) => name),
    ...registry.events.map(({ name }) => name),
    registry.fallbackEvent.name,
    ...registry.spans.map(({ name }) => name),
  ]);
  const used = FILES.flatMap((file) => read(file).match(/\bshopping_chat[\w.]*\w/g) ?? []);
  expect(used.length).toBeGreaterThan(20);
  expect(used.filter((name) => !known.has(name))).toEqual([]);
});

test('the guard takes the messages of every kind of button as labels, and no others', () => {
  const inputType = registry.attributes.find(({ name }) => name === 'shopping_chat.message.input_type');
  const kinds = inputType?.members?.map(({ value }) => value) ?? [];
  const labels = [...read('base.yaml').matchAll(/\["shopping_chat\.message\.input_type"\] != "(\w+)"/g)].map(
    ([, kind]) => kind,
  );
  expect(labels.sort()).toEqual(kinds.filter((kind) => kind !== 'text' && kind !== 'voice').sort());
});

test('the guard drops every attribute that holds a text', () => {
  const isText = (contentClass: string) => contentClass === 'text' || contentClass === 'by_input_type';
  const texts = registry.attributes
    .filter((attribute) => isText(attribute.contentClass))
    .map(({ name }) => name);
  const dropped = [
    ...read('base.yaml').matchAll(/delete_key\(spanevent\.attributes, "(shopping_chat[\w.]+)"\)/g),
  ];
  expect(dropped.map(([, name]) => name).sort()).toEqual(texts.sort());
});
