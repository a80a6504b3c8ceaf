import type { TurnEndReason } from '@chatspan/semantic-conventions';
import {
  ATTR_ERROR_TYPE,
  ATTR_GEN_AI_RESPONSE_ID,
  ATTR_SHOPPING_CHAT_TURN_END_REASON,
  ATTR_SHOPPING_CHAT_TURN_REQUEST_COUNT,
  ATTR_SHOPPING_CHAT_TURN_TIME_TO_FIRST_BYTE,
} from '@chatspan/semantic-conventions';
import type { Attributes, AttributeValue, Span, SpanContext } from '@opentelemetry/api';
import { cutText, jsonBytes } from '../mapping/attribute-value.ts';
import { maskSensitiveText } from '../mapping/sensitive-text.ts';
import type { ChatLimits } from '../public/limits.ts';
import type { WorkOutcome } from '../public/turn.ts';
import { attributeBytes } from './custom-attributes.ts';
import type { OpenSpan } from './open-span.ts';
import { endOf, openSpan } from './open-span.ts';
import type { SpanEnd } from './recorder.ts';

/** Work that a turn waits for. */
export interface OpenWork {
  /** The work belongs to a span of another tracer, too. */
  linkTo(other: SpanContext): void;
  /** The first byte of the answer has arrived. */
  firstByte(at: number): void;
  /** The work ended at `at`, which is reported at `now`. */
  end(at: number, outcome: WorkOutcome, now: number): void;
}

/** How a turn ended. */
export interface TurnResult {
  readonly reason: TurnEndReason;
  readonly at: number;
  /** Class of errors. */
  readonly error?: string | undefined;
  readonly responseId?: string | undefined;
}

/** One question and its answer. */
export interface Turn {
  readonly open: OpenSpan;
  /** Whether the question was reported. A request can be seen before its question is reported. */
  isAsked: boolean;
  /** Low-cardinality facts of the question, for its span. */
  note(facts: Attributes): void;
  /** Adds work: the turn stays open until all of its work has ended. */
  begin(isRequest: boolean): OpenWork;
  /** When the turn ends if nothing happens; epoch milliseconds. */
  dueAt(): number;
  /** Its result if nothing happened until it was due. */
  overdue(): TurnResult;
  /** Its result if it ends now: that of its work; for this reason when it has no work, or unfinished work. */
  interrupted(reason: TurnEndReason, now: number): TurnResult;
  /** Its result if the page ends it. */
  finished(error: string | undefined, now: number): TurnResult;
  /** How its span ends. */
  end(result: TurnResult): SpanEnd;
}

/** A turn on a started span. */
export function createTurn(span: Span, now: number, limits: ChatLimits): Turn {
  const open = openSpan(span, now);
  // Noticed late on a machine that was suspended: the turn ends when it should have.
  const timeoutAt = now + limits.turnTimeoutMillis;
  let running = 0;
  let requests = 0;
  let firstByteAt: number | undefined;
  let workEndedAt: number | undefined;
  let graceUntil = Number.POSITIVE_INFINITY;
  let outcome: WorkOutcome = {};
  let noted: Attributes = {};

  const asWorkEnded = (at: number): TurnResult => {
    const { error, cancelled } = outcome;
    if (error !== undefined) return { reason: 'failed', at, error };
    return { reason: cancelled ? 'abandoned' : 'answered', at };
  };
  const interrupted = (reason: TurnEndReason, at: number): TurnResult =>
    running === 0 && workEndedAt !== undefined ? asWorkEnded(workEndedAt) : { reason, at };

  return {
    open,
    isAsked: false,
    note(facts) {
      noted = facts;
    },
    interrupted,
    overdue: () => interrupted('timeout', timeoutAt),
    dueAt: () => (running === 0 ? Math.min(graceUntil, timeoutAt) : timeoutAt),
    begin(isRequest) {
      let isOver = false;
      running += 1;
      if (isRequest) requests += 1;
      return {
        linkTo(other) {
          span.addLink({ context: other });
        },
        firstByte(at) {
          firstByteAt ??= at;
        },
        end(at, how, toldAt) {
          if (isOver) return;
          isOver = true;
          running -= 1;
          outcome = how;
          workEndedAt = Math.max(workEndedAt ?? 0, at);
          graceUntil = toldAt + limits.turnGraceMillis;
        },
      };
    },
    finished(error, at) {
      if (error !== undefined) outcome = { error };
      return asWorkEnded(running === 0 ? (workEndedAt ?? at) : at);
    },
    end({ reason, at, error, responseId }) {
      const errorType = error === undefined ? undefined : classOf(error, limits);
      for (const key of Object.keys(noted)) open.bytes += attributeBytes(key, noted[key] as AttributeValue);
      for (const value of [errorType, responseId]) if (value !== undefined) open.bytes += jsonBytes(value);
      return {
        time: endOf(open, at),
        error: errorType,
        attributes: {
          ...noted,
          [ATTR_SHOPPING_CHAT_TURN_END_REASON]: reason,
          [ATTR_SHOPPING_CHAT_TURN_REQUEST_COUNT]: requests === 0 ? undefined : requests,
          [ATTR_SHOPPING_CHAT_TURN_TIME_TO_FIRST_BYTE]:
            firstByteAt === undefined ? undefined : Math.max(0, firstByteAt - open.startedAt) / 1000,
          [ATTR_ERROR_TYPE]: errorType,
          [ATTR_GEN_AI_RESPONSE_ID]: responseId,
        },
      };
    },
  };
}

/** The class of an error. A page may pass a message all the same. */
function classOf(error: string, { maxValueLength }: ChatLimits): string {
  return cutText(maskSensitiveText(error, maxValueLength), maxValueLength);
}
