import type { Attributes } from '@opentelemetry/api';
import type { EventEffect } from './event-effect.ts';

/** An interaction event under its OpenTelemetry names. Never changes; what the session adds is added at recording. */
export interface ChatEvent {
  readonly name: string;
  readonly action: string;
  readonly effect: EventEffect | undefined;
  readonly attributes: Readonly<Attributes>;
  /** The widget's configuration, when it may be recorded. */
  readonly config: string | undefined;
  /** Estimated size in OTLP JSON. */
  readonly bytes: number;
  /** Which message a rating rates, as far as the page says. */
  readonly rated: RatedMessage | undefined;
}

/** What a payload says of the message that it rates: anything, since a page may pass anything. */
export interface RatedMessage {
  readonly messageId: unknown;
  readonly responseId: unknown;
}
