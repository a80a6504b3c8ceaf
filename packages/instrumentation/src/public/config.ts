import type { InstrumentationConfig } from '@opentelemetry/instrumentation';
import type { ChatEventSource } from './chat-event-source.ts';
import type { ChatRequests } from './chat-requests.ts';
import type {
  ApplyCustomAttributesOnEvent,
  ApplyCustomAttributesOnSpan,
  RecordEvaluation,
  Redact,
  SessionProvider,
  ValidateEvent,
} from './hooks.ts';
import type { ChatLimits } from './limits.ts';

/** Which texts may leave the page: none, those that merchant or assistant wrote on controls, or all. */
export type ContentCapture = 'none' | 'labels' | 'all';

/**
 * Where events are written: as span events, as log-based events with the span's context, or both.
 * Names and attributes are the same in each; a log-based event also carries chat session, session, conversation and page,
 * which a span event has on its span.
 */
export type EventSink = 'span_events' | 'logs' | 'logs/dup';

/**
 * Options of `ShoppingChatInstrumentation`. Every option has a default; without a source nothing is recorded.
 * `setConfig()` applies every option at once, except `sources` and `requests`, which need `disable()` and `enable()`.
 */
export interface ShoppingChatInstrumentationConfig extends InstrumentationConfig {
  /**
   * `false`: nothing is stored, wrapped or sent before `enable()` is called, not even by `registerInstrumentations()`.
   * @default true
   */
  enabled?: boolean;
  /** Where interaction events come from. @default [] */
  sources?: readonly ChatEventSource[];
  /** Which requests belong to the chat. See `chatRequestUrls`. @default none */
  requests?: ChatRequests;
  /** Which texts may leave the page. @default 'labels' */
  contentCapture?: ContentCapture;
  /**
   * Changes or drops a text that may leave the page: every string of a payload, and the page's address. The text is
   * dropped when the hook throws. What it returns is masked like every other text.
   * @default none
   */
  redact?: Redact;
  /** Records the widget's configuration: once per span, and on an event when it differs. @default false */
  captureConfig?: boolean;
  /** Lists the products that the shopper clicked on the activity's span. Their number is always there. @default false */
  captureClickedProducts?: boolean;
  /** URL parameters to keep, of query and path; all others, fragments and user information are removed. @default [] */
  keepUrlQueryParameters?: readonly string[];
  /**
   * Maps further payload keys to attribute names. Their values pass `redact`; `contentCapture` does not apply to them.
   * @default {}
   */
  payloadAttributes?: Readonly<Record<string, string>>;
  /**
   * Actions to ignore.
   * @default ['show', 'actual_show', 'bundle_show', 'session_start'] (the vendor's A/B test impressions)
   */
  ignoreActions?: readonly string[];
  /** Sets your own attributes on a span, just before it ends. `redact` does not see them. @default none */
  applyCustomAttributesOnSpan?: ApplyCustomAttributesOnSpan;
  /** Sets your own attributes on an event, just before it is recorded. `redact` does not see them. @default none */
  applyCustomAttributesOnEvent?: ApplyCustomAttributesOnEvent;
  /**
   * Gives the kind of the page, such as `product`, for activities and turns. Use few values. What is not a name of at most
   * 64 characters is left out.
   * @default none
   */
  pageType?: () => string | undefined;
  /** Gives the visitor's session id for `session.id`. @default none */
  sessionProvider?: SessionProvider;
  /**
   * Keys of the baggage entries that the chat's requests and `getTraceHeaders()` may carry: the page's own, and
   * `shopping_chat.session.id`, `session.id` and `gen_ai.conversation.id`. `[]` sends no baggage.
   * @default all
   */
  baggageKeys?: readonly string[];
  /** One trace per chat session, or one per turn and activity, joined by links. @default 'session' */
  traceScope?: 'session' | 'turn';
  /** Where spans, values and sessions are cut. Limits that are absent have their default. @default {} */
  limits?: Partial<ChatLimits>;
  /**
   * Where events are written. A log-based event does not wait for a logger provider: register it before this is
   * constructed, or call `registerInstrumentations()` afterwards.
   * @default 'span_events'
   */
  eventSink?: EventSink;
  /** Also records a rating as `gen_ai.evaluation.result`: pass `recordGenAiEvaluation`. @default none */
  evaluation?: RecordEvaluation;
  /**
   * Checks each event during development; what it finds is reported once through `diag`. Meant for `validateEvent` of
   * `@chatspan/semantic-conventions/validate`.
   * @default none
   */
  validate?: ValidateEvent;
}
