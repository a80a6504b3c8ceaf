import { memberSets } from './member-sets.ts';
import type { Registry } from './registry-model.ts';
import { REGISTRY_ROOT } from './registry-root.ts';
import { docComment, HEADER, quote } from './render-typescript.ts';

/**
 * A union type for each attribute with listed values, so that a misspelt value does not compile.
 * `shopping_chat.action` has none: its type is `VendorAction`.
 */
export function renderEnums(registry: Registry): string {
  const types = memberSets(registry)
    .filter(({ attribute }) => !attribute.vendorNames.includes('action'))
    .map(({ attribute, members }) => {
      const values = members.map(({ value }) => quote(value)).join(' | ');
      return `${docComment([`Values of \`${attribute.key}\`. ${attribute.brief}`])}export type ${typeName(attribute.key)} = ${values};\n`;
    });
  return [HEADER, ...types].join('\n');
}

/** `shopping_chat.turn.end_reason` → `TurnEndReason`, `gen_ai.evaluation.name` → `GenAiEvaluationName`. */
function typeName(key: string): string {
  const own = key.startsWith(REGISTRY_ROOT) ? key.slice(REGISTRY_ROOT.length) : key;
  return own.replaceAll(/(?:^|[._])(\w)/g, (_, letter: string) => letter.toUpperCase());
}
