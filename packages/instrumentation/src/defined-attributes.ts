import type { Attributes } from '@opentelemetry/api';

/** The attributes that have a value. The two SDK lines differ in what they make of `undefined`. */
export function definedAttributes(attributes: Attributes): Attributes {
  return Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined));
}
