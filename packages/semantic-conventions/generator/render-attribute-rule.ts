import type { Attribute, AttributeUse } from './registry-model.ts';
import { CONTENT_CLASSES } from './registry-model.ts';
import { HEADER, quote } from './render-typescript.ts';

/** The module that all mappings share. */
export function renderAttributeRule(): string {
  return [HEADER, TYPES, RULE].join('\n');
}

const TYPES = `/**
 * What may leave the page. none: no text. label: written by merchant or assistant. text: typed by the shopper, a
 * message being rated, or the message of an error. by_input_type: text for \`text\` and \`voice\` (and when unknown), label otherwise. config: opt-in.
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
export function rule(
  name: string,
  type?: AttributeRule['type'],
  content?: ContentClass,
  length?: string,
): AttributeRule {
  return { name, type, content, length };
}
`;

/** A call of `rule` in a generated mapping. */
export function ruleCall({ key, type, contentClass, lengthKey }: Attribute): string {
  const own = [
    quote(key),
    type === 'string' ? undefined : quote(type),
    contentClass === 'none' ? undefined : quote(contentClass),
    lengthKey && quote(lengthKey),
  ];
  const given = own.slice(0, own.findLastIndex((argument) => argument !== undefined) + 1);
  return `/* @__PURE__ */ rule(${given.map(String).join(', ')})`;
}

/** The action is left out: it is the key of the mapping, and on every event. */
export function isMapped(use: AttributeUse): boolean {
  return use.vendor !== undefined && use.vendor !== 'action';
}

export function object(lines: readonly string[], indent: string): string {
  return lines.length === 0 ? '{}' : `{\n${lines.map((line) => `${indent}  ${line},\n`).join('')}${indent}}`;
}
