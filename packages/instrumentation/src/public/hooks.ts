import type { Attributes, Span } from '@opentelemetry/api';

/**
 * Sees a text of a payload, or the page's address, before it leaves the page. Any result but a string drops the text.
 * `action` is empty for the address.
 */
export type Redact = (
  text: string,
  where: { attribute: string; action: string },
) => string | null | undefined;

/** Which of the chat's spans a hook sees. */
export type ChatSpanKind = 'session' | 'activity' | 'turn';

/** Sets a team's own attributes on a span of the chat, just before it ends. */
export type ApplyCustomAttributesOnSpan = (span: Span, kind: ChatSpanKind) => void;

/** An event as it is about to be recorded. */
export interface CustomizableEvent {
  readonly name: string;
  readonly action: string;
  /** The event's attributes: add your own here. */
  readonly attributes: Attributes;
}

/** Sets a team's own attributes on an event, just before it is recorded. */
export type ApplyCustomAttributesOnEvent = (event: CustomizableEvent) => void;

/** Makes an additional event from a rating; `undefined` for every other event. */
export type RecordEvaluation = (event: {
  readonly action: string;
  readonly attributes: Attributes;
}) => { readonly name: string; readonly attributes: Attributes } | undefined;

/** Checks an event, and returns what is wrong with it. */
export type ValidateEvent = (
  name: string,
  attributes: Record<string, unknown>,
) => readonly { readonly message: string }[];

/** Gives the visitor's session id, such as OpenTelemetry's session manager. */
export interface SessionProvider {
  getSessionId(): string | null | undefined;
}
