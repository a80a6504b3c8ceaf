import type { Attributes } from '@opentelemetry/api';
import type { InstrumentationConfig } from '@opentelemetry/instrumentation';
import type { ChatEventSource } from './chat-event-source.ts';
import type { ChatRequests } from './chat-requests.ts';
import type { ChatLimits, LimitPreset } from './limits.ts';

/** Which texts may leave the page: none, those written by merchant or assistant and shown on controls, or all. */
export type ContentCapture = 'none' | 'labels' | 'all';

/**
 * Where events are written: as span events, as log-based events with the span's context, or both.
 * Names and attributes are the same in each.
 */
export type EventSink = 'span_events' | 'logs' | 'logs/dup';

/** Looks at a text before it leaves the page. Anything but a string as the result leaves the text out. */
export type Redact = (
  text: string,
  where: { attribute: string; action: string },
) => string | null | undefined;

/** Makes an additional event from a rating; `undefined` for every other event. */
export type RecordEvaluation = (event: {
  readonly action: string;
  readonly attributes: Attributes;
}) => { readonly name: string; readonly attributes: Attributes } | undefined;

/** How a turn ended, told by the page. */
export interface TurnEnd {
  /** What went wrong: an error, whose name is recorded, or a short class of errors. Never a message. */
  readonly error?: Error | string | undefined;
  /** Identifier of the model's response: recorded as `gen_ai.response.id`, and on a later rating. */
  readonly responseId?: string | undefined;
  /** Identifier of the widget's message, by which a later rating names it. */
  readonly messageId?: string | undefined;
}

/** Options of {@link ShoppingChatInstrumentation}. Every one has a default; a plugin without a source records nothing. */
export interface ShoppingChatInstrumentationConfig extends InstrumentationConfig {
  /**
   * `false`: nothing is stored, wrapped or sent before `enable()` is called, not even by `registerInstrumentations`.
   * @default true
   */
  enabled?: boolean;
  /** Where interaction events come from. @default [] */
  sources?: readonly ChatEventSource[];
  /** Which texts may leave the page. @default 'labels' */
  contentCapture?: ContentCapture;
  /** Changes or withholds a text that may leave the page. A throwing hook withholds it. @default none */
  redact?: Redact;
  /** Records the widget's configuration: once per span, and on an event when it differs. @default false */
  captureConfig?: boolean;
  /** Names of URL query parameters that are kept; all others, fragments and user information are removed. @default [] */
  keepUrlQueryParameters?: readonly string[];
  /**
   * Further payload keys and the attribute names to record them under: as they come, whatever `contentCapture` and
   * `redact` say.
   * @default {}
   */
  defaultAttributes?: Readonly<Record<string, string>>;
  /**
   * Actions that are not interactions and are left out.
   * @default ['show', 'actual_show', 'bundle_show', 'session_start'] (the vendor's A/B test impressions)
   */
  ignoreActions?: readonly string[];
  /** Gives the visitor's session id for `session.id`, such as OpenTelemetry's session manager. @default none */
  sessionProvider?: { getSessionId(): string | null | undefined };
  /** One trace per chat session, or one per turn and activity, joined by links. @default 'session' */
  traceScope?: 'session' | 'turn';
  /** Where spans, values and sessions are cut: a preset or single values. @default {@link ChatLimits} */
  limits?: LimitPreset | Partial<ChatLimits>;
  /**
   * Where events are written. A log-based event does not wait for a logger provider: register it before this is
   * constructed, or call `registerInstrumentations` afterwards.
   * @default 'span_events'
   */
  eventSink?: EventSink;
  /** Records a rating as `gen_ai.evaluation.result`, too: give `recordGenAiEvaluation`. @default none */
  evaluation?: RecordEvaluation;
  /**
   * Which requests are the chat's: made in the turn's context, with its trace headers. See `chatRequestUrls`.
   * @default none
   */
  requests?: ChatRequests;
  /**
   * Checks each event while developing; what it finds is reported once through `diag`. Meant for `validateEvent` of
   * `@chatspan/semantic-conventions/validate`.
   * @default none
   */
  validate?: (name: string, attributes: Record<string, unknown>) => readonly { readonly message: string }[];
}
