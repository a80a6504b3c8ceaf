import type { MessageInputType } from '@chatspan/semantic-conventions';
import type { AttributeValue } from '@opentelemetry/api';
import type { Settings } from '../settings/settings.ts';
import type { KeyRule } from './key-rules.ts';
import type { OutgoingText } from './outgoing-text.ts';
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
export function contentCapturer(
  { contentCapture, captureConfig, keepUrlQueryParameters }: Settings,
  outgoing: OutgoingText,
): ContentCapturer {
  const mayLeave = ({ rule, payload }: CapturedFrom): boolean => {
    const { content } = rule;
    if (content === 'config') return captureConfig;
    if (content === undefined || content === 'custom' || content === 'url') return true;
    if (contentCapture !== 'labels') return contentCapture === 'all';
    if (content === 'label') return true;
    return content === 'by_input_type' && BUTTON_TYPES.has((payload as { type?: unknown }).type);
  };

  return (value, from) => {
    if (!mayLeave(from)) return undefined;
    const { rule, action } = from;
    const where = { attribute: rule.name, action };
    if (Array.isArray(value)) return value.map((text) => outgoing(String(text), where)).filter(isDefined);
    // Only what a team maps itself may be a number where a text could be.
    if (typeof value !== 'string' && rule.content !== 'custom') return value;
    const text = rule.content === 'url' ? sanitizeUrl(String(value), keepUrlQueryParameters) : String(value);
    const left = text === undefined ? undefined : outgoing(text, where);
    // What nobody has changed keeps its type.
    return left === String(value) ? value : left;
  };
}

function isDefined<T>(value: T | undefined): value is T {
  return value !== undefined;
}
