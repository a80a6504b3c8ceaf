import type { AttributeRule } from '@chatspan/semantic-conventions/mapping';
import type { AttributeValue } from '@opentelemetry/api';
import { attempt } from './attempt.ts';
import type { ReportProblem } from './report-once.ts';
import { sanitizeUrl } from './sanitize-url.ts';
import type { Settings } from './settings.ts';

// A question made by one of these was written by merchant or assistant; anything else may be the shopper's own words.
const BUTTON_TYPES = ['suggestion_button', 'quick_reply', 'trigger_button', 'product_menu'];

/** What of a value may leave the page; `undefined` when nothing may. */
export function capture(
  value: AttributeValue,
  rule: AttributeRule,
  action: string,
  inputType: unknown,
  settings: Settings,
  report: ReportProblem,
): AttributeValue | undefined {
  const { content } = rule;
  if (content === 'url') return sanitizeUrl(String(value), settings.keepUrlQueryParameters);
  if (content === 'config') return settings.captureConfig ? value : undefined;
  const isText =
    content === 'text' || (content === 'by_input_type' && !BUTTON_TYPES.includes(inputType as string));
  const level = settings.contentCapture;
  if (level === 'none' || (isText && level !== 'all')) return undefined;
  const { redact } = settings;
  if (!redact) return value;
  const redactOne = (text: string): string | undefined => {
    const redacted = attempt(() => redact(text, { attribute: rule.name, action }));
    if (typeof redacted === 'string') return redacted;
    report('withheld_text', rule.name);
    return undefined;
  };
  if (!Array.isArray(value)) return redactOne(String(value));
  return value.map((text) => redactOne(String(text))).filter((text) => text !== undefined);
}
