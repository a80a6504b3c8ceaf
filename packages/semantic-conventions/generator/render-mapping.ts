import type { Attribute, AttributeUse, Registry } from './registry-model.ts';
import { CONTENT_CLASSES } from './registry-model.ts';
import { REGISTRY_ROOT } from './registry-root.ts';
import { docComment, HEADER, quote } from './render-typescript.ts';

/** The run-time table: small after minification, each attribute's rule once, where it is used or shared by reference. */
export function renderMapping(registry: Registry): string {
  const uses = [...registry.events.flatMap((event) => event.attributes), ...registry.eventContext].filter(
    isMapped,
  );
  const attributes = uses.map((use) => use.attribute);
  const shared = new Set(attributes.filter((attribute, index) => attributes.indexOf(attribute) !== index));
  const entries = (own: readonly AttributeUse[]): readonly string[] =>
    own
      .filter(isMapped)
      .map(
        ({ vendor, attribute }) =>
          `${vendor}: ${shared.has(attribute) ? ruleName(attribute) : rule(attribute)}`,
      );
  // Sorted: names that begin alike, next to each other, are smaller after gzip.
  const rules = [...shared]
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map((attribute) => `const ${ruleName(attribute)} = ${rule(attribute)};\n`)
    .join('');
  const own = registry.events.map((event) => entries(event.attributes));
  const common = commonEntries(own);
  const events = registry.events
    .map(({ action }, index) => `  ${action}: ${eventRules(own[index] ?? [], common)},\n`)
    .join('');
  return [
    HEADER,
    "import type { VendorAction } from './payloads.ts';\n",
    TYPES,
    `${docComment(['Event name = `EVENT_NAMESPACE` + action.'])}export const EVENT_NAMESPACE = ${quote(REGISTRY_ROOT)};\n`,
    `${docComment([registry.fallbackEvent.brief])}export const UNKNOWN_ACTION_EVENT = ${quote(registry.fallbackEvent.name)};\n`,
    RULE,
    rules,
    `// What most events have.\nconst common: EventRules = ${object(common, '')};\n`,
    `${docComment(['For each action: vendor attribute → rule.'])}export const EVENT_RULES: { readonly [A in VendorAction]: EventRules } = {\n${events}};\n`,
    `${docComment(['Vendor attributes that any event may carry.'])}export const DEFAULT_ATTRIBUTE_RULES: EventRules = ${object(entries(registry.eventContext), '')};\n`,
  ].join('\n');
}

const TYPES = `/**
 * What may leave the page. none: no text. label: written by merchant or assistant. text: typed by the shopper, or a
 * message being rated. by_input_type: text for \`text\` and \`voice\` (and when unknown), label otherwise. config: opt-in.
 * url: sanitized.
 */
export type ContentClass = ${CONTENT_CLASSES.map(quote).join(' | ')};

/** How one vendor attribute becomes an attribute. */
export interface AttributeRule {
  readonly name: string;
  /** Absent: string. */
  readonly type: 'string[]' | 'int' | 'boolean' | undefined;
  /** Absent: none. */
  readonly content: ContentClass | undefined;
  /** Attribute that holds the length of a text that is not captured, where there is one. */
  readonly length: string | undefined;
}

export type EventRules = { readonly [vendorAttribute: string]: AttributeRule };
`;

const RULE = `// All of one shape: an engine reads the properties of many shapes slowly.
function rule(
  name: string,
  type?: AttributeRule['type'],
  content?: ContentClass,
  length?: string,
): AttributeRule {
  return { name, type, content, length };
}
`;

function rule({ key, type, contentClass, lengthKey }: Attribute): string {
  const own = [
    quote(key),
    type === 'string' ? undefined : quote(type),
    contentClass === 'none' ? undefined : quote(contentClass),
    lengthKey && quote(lengthKey),
  ];
  const given = own.slice(0, own.findLastIndex((argument) => argument !== undefined) + 1);
  return `/* @__PURE__ */ rule(${given.map(String).join(', ')})`;
}

/** The action is left out: it is the key of EVENT_RULES, and on every event. */
function isMapped(use: AttributeUse): boolean {
  return use.vendor !== undefined && use.vendor !== 'action';
}

/** The entries that more than half of the events have. */
function commonEntries(events: readonly (readonly string[])[]): readonly string[] {
  const all = events.flat();
  return [...new Set(all)].filter(
    (entry) => all.filter((other) => other === entry).length > events.length / 2,
  );
}

function eventRules(own: readonly string[], common: readonly string[]): string {
  const hasAll = common.every((entry) => own.includes(entry));
  return object(hasAll ? ['...common', ...own.filter((entry) => !common.includes(entry))] : own, '  ');
}

function object(lines: readonly string[], indent: string): string {
  return lines.length === 0 ? '{}' : `{\n${lines.map((line) => `${indent}  ${line},\n`).join('')}${indent}}`;
}

function ruleName(attribute: Attribute): string {
  return attribute.key
    .replace(REGISTRY_ROOT, '')
    .replaceAll(/[._](\w)/g, (_, letter: string) => letter.toUpperCase());
}
