import type { SpanContext } from '@opentelemetry/api';

/** A request, or other work, that a turn waits for. */
export interface TurnWork {
  /** The request belongs to a span of another tracer, too. */
  linkTo(span: SpanContext): void;
  /** The first byte of the answer has arrived. Epoch milliseconds. */
  firstByte(at: number): void;
  /** The work is over: successful, failed with a class of errors, or cancelled by the page. Epoch milliseconds. */
  end(at: number, outcome?: WorkOutcome): void;
}

/** How a piece of work ended, when it was not successful. */
export interface WorkOutcome {
  readonly error?: string | undefined;
  readonly cancelled?: boolean;
}

/** How a turn ended, as told by the page. */
export interface TurnEnd {
  /** What went wrong: an error, whose name is recorded, or a short class of errors. Never a message. */
  readonly error?: Error | string | undefined;
  /** Identifier of the model's response: recorded as `gen_ai.response.id`, and on a later rating. */
  readonly responseId?: string | undefined;
  /** Identifier of the widget's message, by which a later rating names it. */
  readonly messageId?: string | undefined;
}
