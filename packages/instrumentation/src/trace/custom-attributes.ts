import type { Attributes, AttributeValue } from '@opentelemetry/api';
import { callHook } from '../guard/guard.ts';
import { jsonBytes } from '../mapping/attribute-value.ts';
import type { ApplyCustomAttributesOnEvent, CustomizableEvent } from '../public/hooks.ts';
import type { ReportProblem } from '../public/problems.ts';

const ATTRIBUTE_OVERHEAD_BYTES = 38;

/** Estimated bytes of an attribute in OTLP JSON. */
export function attributeBytes(key: string, value: AttributeValue): number {
  return key.length + ATTRIBUTE_OVERHEAD_BYTES + jsonBytes(value);
}

/** Attributes of an event, and how many bytes the team's own take of them. */
export interface CustomAttributes {
  readonly attributes: Attributes;
  readonly bytes: number;
}

/**
 * Lets a hook add attributes to an event. Those that do not fit into `maxBytes` are dropped, and all of them when the
 * hook throws.
 */
export function customize(
  event: CustomizableEvent,
  apply: ApplyCustomAttributesOnEvent,
  maxBytes: number,
  report: ReportProblem,
): CustomAttributes {
  const attributes = { ...event.attributes };
  const isApplied = callHook(report, 'applyCustomAttributesOnEvent', () => {
    apply({ ...event, attributes });
    return true;
  });
  if (!isApplied) return { attributes: event.attributes, bytes: 0 };
  let bytes = 0;
  for (const key of Object.keys(attributes)) {
    const value = attributes[key];
    if (value === event.attributes[key]) continue;
    const size = attributeBytes(key, value as AttributeValue);
    if (bytes + size > maxBytes) {
      report('event_too_large', `${event.action} ${key}`);
      delete attributes[key];
    } else {
      bytes += size;
    }
  }
  return { attributes, bytes };
}
