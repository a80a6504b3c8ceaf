import type { MessageInputType } from '@chatspan/semantic-conventions';
import type { AttributeValue } from '@opentelemetry/api';
import { callHook } from '../guard/guard.ts';
import type { ReportProblem } from '../public/problems.ts';
import type { Settings } from '../settings/settings.ts';
import type { KeyRule } from './key-rules.ts';
import { sanitizeUrl } from './sanitize-url.ts';

// Merchant or assistant wrote a question that was asked by one of these; any other may be the shopper's own words.
const BUTTON_TYPES: ReadonlySet<unknown> = new Set<MessageInputType>([
  'suggestion_button',
  'quick_reply',
  'trigger_button',
  'product_menu',
]);

/** Where a value comes from. */
export interface CapturedFrom {
  readonly rule: KeyRule;
  readonly action: string;
  readonly payload: object;
}

/** The part of a value that may leave the page; `undefined` when nothing may. */
export type ContentCapturer = (value: AttributeValue, from: CapturedFrom) => AttributeValue | undefined;

/** Decides by these settings what may leave the page. */
export function contentCapturer(settings: Settings, report: ReportProblem): ContentCapturer {
  const { contentCapture, redact } = settings;

  const redactText = (text: unknown, { rule, action }: CapturedFrom): string | undefined => {
    const where = { attribute: rule.name, action };
    const redacted = callHook(report, 'redact', () => redact?.(String(text), where));
    if (typeof redacted === 'string') return redacted;
    report('withheld_text', rule.name);
    return undefined;
  };
  const redactValue = (value: AttributeValue, from: CapturedFrom): AttributeValue | undefined => {
    if (!redact) return value;
    if (Array.isArray(value)) return value.map((text) => redactText(text, from)).filter(isDefined);
    const redacted = redactText(value, from);
    // A number or boolean that the hook leaves alone keeps its type.
    return redacted === String(value) ? value : redacted;
  };

  return (value, from) => {
    const { content } = from.rule;
    if (content === 'url') return sanitizeUrl(value as string, settings.keepUrlQueryParameters);
    if (content === 'config') return settings.captureConfig ? value : undefined;
    if (content !== 'custom' && !mayCapture(from, contentCapture)) return undefined;
    return redactValue(value, from);
  };
}

function mayCapture({ rule, payload }: CapturedFrom, contentCapture: Settings['contentCapture']): boolean {
  if (contentCapture !== 'labels') return contentCapture === 'all';
  if (rule.content === 'label') return true;
  return rule.content === 'by_input_type' && BUTTON_TYPES.has((payload as { type?: unknown }).type);
}

function isDefined<T>(value: T | undefined): value is T {
  return value !== undefined;
}
