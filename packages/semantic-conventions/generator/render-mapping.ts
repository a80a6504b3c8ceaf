import type { Attribute, AttributeUse, Registry } from './registry-model.ts';
import { REGISTRY_ROOT } from './registry-root.ts';
import { isMapped, object, ruleCall } from './render-attribute-rule.ts';
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
          `${vendor}: ${shared.has(attribute) ? ruleName(attribute) : ruleCall(attribute)}`,
      );
  // Sorted: names that begin alike, next to each other, are smaller after gzip.
  const rules = [...shared]
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map((attribute) => `const ${ruleName(attribute)} = ${ruleCall(attribute)};\n`)
    .join('');
  const own = registry.events.map((event) => entries(event.attributes));
  const common = commonEntries(own);
  const events = registry.events
    .map(({ action }, index) => `  ${action}: ${eventRules(own[index] ?? [], common)},\n`)
    .join('');
  return [
    HEADER,
    IMPORTS,
    `${docComment(['Event name = `EVENT_NAMESPACE` + action.'])}export const EVENT_NAMESPACE = ${quote(REGISTRY_ROOT)};\n`,
    `${docComment([registry.fallbackEvent.brief])}export const UNKNOWN_ACTION_EVENT = ${quote(registry.fallbackEvent.name)};\n`,
    rules,
    `// What most events have.\nconst common: EventRules = ${object(common, '')};\n`,
    `${docComment(['For each action: vendor attribute → rule.'])}export const EVENT_RULES: { readonly [A in VendorAction]: EventRules } = {\n${events}};\n`,
    `${docComment(['Vendor attributes that any event may carry.'])}export const DEFAULT_ATTRIBUTE_RULES: EventRules = ${object(entries(registry.eventContext), '')};\n`,
  ].join('\n');
}

const IMPORTS = `import type { EventRules } from './attribute-rule.ts';
import { rule } from './attribute-rule.ts';
import type { VendorAction } from './payloads.ts';

export type { AttributeRule, ContentClass, EventRules } from './attribute-rule.ts';
`;

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

function ruleName(attribute: Attribute): string {
  return attribute.key
    .replace(REGISTRY_ROOT, '')
    .replaceAll(/[._](\w)/g, (_, letter: string) => letter.toUpperCase());
}
