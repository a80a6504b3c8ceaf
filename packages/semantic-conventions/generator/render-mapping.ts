import type { Attribute, AttributeUse, Registry } from './registry-model.ts';
import { REGISTRY_ROOT } from './registry-root.ts';
import { docComment, HEADER, quote } from './render-typescript.ts';

/** The run-time table: small after minification, each attribute's rule once and shared by reference. */
export function renderMapping(registry: Registry): string {
  const uses = [...registry.events.flatMap((event) => event.attributes), ...registry.eventContext].filter(
    (use) => use.vendor !== undefined,
  );
  const attributes = [...new Set(uses.map((use) => use.attribute))];
  const rules = attributes
    .map((attribute) => `const ${ruleName(attribute)}: AttributeRule = ${rule(attribute)};\n`)
    .join('');
  const events = registry.events
    .map((event) => `  ${event.action}: {\n${entries(event.attributes, '    ')}  },\n`)
    .join('');
  return [
    HEADER,
    "import type { VendorAction } from './payloads.ts';\n",
    TYPES,
    `${docComment(['Event name = `EVENT_NAMESPACE` + action.'])}export const EVENT_NAMESPACE = ${quote(REGISTRY_ROOT)};\n`,
    `${docComment([registry.fallbackEvent.brief])}export const UNKNOWN_ACTION_EVENT = ${quote(registry.fallbackEvent.name)};\n`,
    rules,
    `${docComment(['For each action: vendor attribute → rule.'])}export const EVENT_RULES: { readonly [A in VendorAction]: EventRules } = {\n${events}};\n`,
    `${docComment(['Vendor attributes that any event may carry.'])}export const DEFAULT_ATTRIBUTE_RULES: EventRules = {\n${entries(registry.eventContext, '  ')}};\n`,
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
  readonly type: 'string' | 'string[]' | 'int' | 'boolean';
  /** Absent: none. */
  readonly content?: ContentClass;
  /** Attribute that holds the length of a text that is not captured, where there is one. */
  readonly length?: string;
  /** Known values, where they are known; others are recorded as they come. */
  readonly members?: readonly string[];
}

export type EventRules = { readonly [vendorAttribute: string]: AttributeRule };
`;

/** The action's members are left out: they are the keys of EVENT_RULES. */
function members(attribute: Attribute): string {
  if (!attribute.members || attribute.vendorNames.includes('action')) return '';
  return `, members: [${attribute.members.map((member) => quote(member.value)).join(', ')}]`;
}

function rule(attribute: Attribute): string {
  const content = attribute.contentClass === 'none' ? '' : `, content: ${quote(attribute.contentClass)}`;
  const length = attribute.lengthKey === undefined ? '' : `, length: ${quote(attribute.lengthKey)}`;
  return `{ name: ${quote(attribute.key)}, type: ${quote(attribute.type)}${content}${length}${members(attribute)} }`;
}

function entries(uses: readonly AttributeUse[], indent: string): string {
  return uses
    .filter((use) => use.vendor !== undefined)
    .map((use) => `${indent}${use.vendor}: ${ruleName(use.attribute)},\n`)
    .join('');
}

function ruleName(attribute: Attribute): string {
  return attribute.key
    .replace(REGISTRY_ROOT, '')
    .replaceAll(/[._](\w)/g, (_, letter: string) => letter.toUpperCase());
}
