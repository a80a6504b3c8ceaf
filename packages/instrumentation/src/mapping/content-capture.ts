import type { AttributeValue } from '@opentelemetry/api';
import { attempt } from '../guard/guard.ts';
import type { ReportProblem } from '../public/problems.ts';
import type { Settings } from '../settings/settings.ts';
import type { KeyRule } from './key-rule.ts';
import { sanitizeUrl } from './sanitize-url.ts';

// A question made by one of these was written by merchant or assistant; anything else may be the shopper's own words.
const BUTTON_TYPES = ['suggestion_button', 'quick_reply', 'trigger_button', 'product_menu'];

/** What of a value may leave the page; `undefined` when nothing may. */
export function capture(
  value: AttributeValue,
  { name, content }: KeyRule,
  action: string,
  payload: object,
  settings: Settings,
  report: ReportProblem,
): AttributeValue | undefined {
  if (content === 'url') return sanitizeUrl(value as string, settings.keepUrlQueryParameters);
  if (content === 'config') return settings.captureConfig ? value : undefined;
  const { contentCapture, redact } = settings;
  if (contentCapture === 'none') return undefined;
  const mayBeText =
    content !== 'label' &&
    !(content === 'by_input_type' && BUTTON_TYPES.includes((payload as { type: string }).type));
  if (mayBeText && contentCapture !== 'all') return undefined;
  if (!redact) return value;
  const redactOne = (text: unknown): string | undefined => {
    const redacted = attempt(() => redact(String(text), { attribute: name, action }));
    if (typeof redacted === 'string') return redacted;
    report('withheld_text', name);
    return undefined;
  };
  return Array.isArray(value) ? value.map(redactOne).filter((text) => text !== undefined) : redactOne(value);
}
