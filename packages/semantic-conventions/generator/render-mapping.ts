import type { Attribute, AttributeUse, Registry } from './registry-model.ts';
import { REGISTRY_ROOT } from './registry-root.ts';
import { docComment, HEADER, quote } from './render-typescript.ts';

/** The run-time table: small after minification, each attribute's rule once and shared by reference. */
export function renderMapping(registry: Registry): string {
  const uses = [...registry.events.flatMap((event) => event.attributes), ...registry.eventContext].filter(
    isMapped,
  );
  const attributes = [...new Set(uses.map((use) => use.attribute))];
  const common = commonEntries(registry);
  const rules = attributes
    .map((attribute) => `const ${ruleName(attribute)}: AttributeRule = ${rule(attribute)};\n`)
    .join('');
  const events = registry.events
    .map((event) => `  ${event.action}: ${eventRules(entries(event.attributes), common)},\n`)
    .join('');
  return [
    HEADER,
    "import type { VendorAction } from './payloads.ts';\n",
    TYPES,
    `${docComment(['Event name = `EVENT_NAMESPACE` + action.'])}export const EVENT_NAMESPACE = ${quote(REGISTRY_ROOT)};\n`,
    `${docComment([registry.fallbackEvent.brief])}export const UNKNOWN_ACTION_EVENT = ${quote(registry.fallbackEvent.name)};\n`,
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
export type ContentClass = 'none' | 'label' | 'text' | 'by_input_type' | 'config' | 'url';

/** How one vendor attribute becomes an attribute. */
export interface AttributeRule {
  readonly name: string;
  /** Absent: string. */
  readonly type?: 'string[]' | 'int' | 'boolean';
  /** Absent: none. */
  readonly content?: ContentClass;
  /** Attribute that holds the length of a text that is not captured, where there is one. */
  readonly length?: string;
}

export type EventRules = { readonly [vendorAttribute: string]: AttributeRule };
`;

function rule(attribute: Attribute): string {
  const type = attribute.type === 'string' ? '' : `, type: ${quote(attribute.type)}`;
  const content = attribute.contentClass === 'none' ? '' : `, content: ${quote(attribute.contentClass)}`;
  const length = attribute.lengthKey === undefined ? '' : `, length: ${quote(attribute.lengthKey)}`;
  return `{ name: ${quote(attribute.key)}${type}${content}${length} }`;
}

/** The action is left out: it is the key of EVENT_RULES, and on every event. */
function isMapped(use: AttributeUse): boolean {
  return use.vendor !== undefined && use.vendor !== 'action';
}

function entries(uses: readonly AttributeUse[]): readonly string[] {
  return uses.filter(isMapped).map((use) => `${use.vendor}: ${ruleName(use.attribute)}`);
}

/** The entries that more than half of the events have. */
function commonEntries({ events }: Registry): readonly string[] {
  const all = events.flatMap((event) => entries(event.attributes));
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
