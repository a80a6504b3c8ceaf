import type { AttributeValue } from '@opentelemetry/api';
import { attempt } from './attempt.ts';
import type { KeyRule } from './event-mapping.ts';
import type { ReportProblem } from './report-once.ts';
import { sanitizeUrl } from './sanitize-url.ts';
import type { Settings } from './settings.ts';

// A question made by one of these was written by merchant or assistant; anything else may be the shopper's own words.
const BUTTON_TYPES = ['suggestion_button', 'quick_reply', 'trigger_button', 'product_menu'];

/** What of a value may leave the page; `undefined` when nothing may. */
export function capture(
  value: AttributeValue,
  { name, content }: KeyRule,
  action: string,
  payload: object,
  { contentCapture, captureConfig, keepUrlQueryParameters, redact }: Settings,
  report: ReportProblem,
): AttributeValue | undefined {
  if (content === 'url') return sanitizeUrl(value as string, keepUrlQueryParameters);
  if (content === 'config') return captureConfig ? value : undefined;
  if (contentCapture === 'none') return undefined;
  const mayBeText =
    content !== 'label' &&
    !(content === 'by_input_type' && BUTTON_TYPES.includes((payload as { type: string }).type));
  if (mayBeText && contentCapture !== 'all') return undefined;
  return redact ? redacted(value, name, action, redact, report) : value;
}

function redacted(
  value: AttributeValue,
  attribute: string,
  action: string,
  redact: NonNullable<Settings['redact']>,
  report: ReportProblem,
): AttributeValue | undefined {
  if (Array.isArray(value))
    return value
      .map((text) => redacted(String(text), attribute, action, redact, report))
      .filter((text) => text !== undefined) as string[];
  const text = attempt(() => redact(value as string, { attribute, action }));
  if (typeof text === 'string') return text;
  report('withheld_text', attribute);
  return undefined;
}
