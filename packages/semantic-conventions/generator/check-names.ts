import { constantName } from './constant-name.ts';
import type { ReadAttribute } from './read-attributes.ts';
import type { ReadEvent } from './read-events.ts';
import type { ReadMetric } from './read-metrics.ts';
import type { ReadSpan } from './read-spans.ts';
import { REGISTRY_ROOT } from './registry-root.ts';
import type { YamlEntry } from './yaml-entry.ts';

/** Rule of opentelemetry-weaver-packages, policy `naming_conventions`. */
const NAME = /^[a-z][a-z0-9]*([._][a-z0-9]+)*$/;

interface Named {
  readonly name: string;
  readonly entry: YamlEntry;
}

export function checkNames(
  attributes: readonly ReadAttribute[],
  events: readonly ReadEvent[],
  spans: readonly ReadSpan[],
  metrics: readonly ReadMetric[],
): void {
  const keys = attributes.map(({ attribute, entry }) => ({ name: attribute.key, entry }));
  checkEach('attribute', keys, 'key');
  checkEach(
    'event',
    events.map(({ event, entry }) => ({ name: event.name, entry })),
    'name',
  );
  checkEach(
    'span',
    spans.map(({ span, entry }) => ({ name: span.type, entry })),
    'type',
  );
  checkEach(
    'metric',
    metrics.map(({ metric, entry }) => ({ name: metric.name, entry })),
    'name',
  );
  checkNamespaces(keys);
  for (const { attribute, entry } of attributes) checkPlural(attribute.key, attribute.type, entry);
}

function checkEach(kind: string, named: readonly Named[], field: string): void {
  const byConstant = new Map<string, string>();
  for (const { name, entry } of named) {
    if (name !== '' && !NAME.test(name)) {
      entry.report(
        `${kind} name \`${name}\` is not allowed: use lowercase letters and digits, parts joined by one dot or underscore`,
        field,
      );
    }
    if (name !== '' && !name.startsWith(REGISTRY_ROOT)) {
      entry.report(
        `${kind} name \`${name}\` is outside our namespace: begin it with \`${REGISTRY_ROOT}\``,
        field,
      );
    }
    const other = byConstant.get(constantName(name));
    if (other !== undefined) {
      entry.report(
        `${kind} \`${name}\` collides with \`${other}\`, both become ${constantName(name)}: rename or remove one`,
        field,
      );
    }
    byConstant.set(constantName(name), name);
  }
}

function checkNamespaces(keys: readonly Named[]): void {
  for (const { name, entry } of keys) {
    const inside = keys.find((other) => other.name.startsWith(`${name}.`));
    if (name !== '' && inside)
      entry.report(`attribute \`${name}\` is also the namespace of \`${inside.name}\`: rename one`, 'key');
  }
}

function checkPlural(key: string, type: string, entry: YamlEntry): void {
  const plural = key.endsWith('s');
  if (type.endsWith('[]') && !plural)
    entry.report(`attribute \`${key}\` is an array: give it a plural name`, 'key');
}
