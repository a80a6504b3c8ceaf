// Generated from registry/*.yaml. DO NOT EDIT, run `pnpm generate`.

/**
 * What may leave the page. none: no text. label: written by merchant or assistant. text: typed by the shopper, a
 * message being rated, or the message of an error. by_input_type: text for `text` and `voice` (and when unknown), label otherwise. config: opt-in.
 * url: sanitized.
 */
export type ContentClass = 'none' | 'label' | 'text' | 'by_input_type' | 'config' | 'url';

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

// All of one shape: an engine reads the properties of many shapes slowly.
export function rule(
  name: string,
  type?: AttributeRule['type'],
  content?: ContentClass,
  length?: string,
): AttributeRule {
  return { name, type, content, length };
}
