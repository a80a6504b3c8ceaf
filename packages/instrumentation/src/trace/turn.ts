import {
  ATTR_ERROR_TYPE,
  ATTR_GEN_AI_RESPONSE_ID,
  ATTR_SHOPPING_CHAT_TURN_END_REASON,
  ATTR_SHOPPING_CHAT_TURN_REQUEST_COUNT,
  ATTR_SHOPPING_CHAT_TURN_TIME_TO_FIRST_BYTE,
} from '@chatspan/semantic-conventions';
import type { Span } from '@opentelemetry/api';
import { SpanStatusCode } from '@opentelemetry/api';
import { LONGEST_TIMER_MS } from '../page/open-watch.ts';
import type { ChatLimits } from '../public/limits.ts';
import type { TurnWork, WorkOutcome } from '../public/turn-work.ts';
import type { OpenSpan } from './open-span.ts';
import { closeSpan, openSpan } from './open-span.ts';
import type { Recorder } from './recorder.ts';

/** How a turn ended. */
export type TurnEndReason = 'answered' | 'failed' | 'abandoned' | 'superseded' | 'timeout';

/** One question and its answer. */
export interface Turn {
  readonly open: OpenSpan;
  /** Whether the question is there. A request can be seen before its question is reported. */
  asked: boolean;
  /** Adds work: the turn goes on until all of it has ended. */
  work(isRequest: boolean): TurnWork;
  /** Ends the turn as its work ended; for this reason when it has none, or some that goes on. */
  settle(reason: TurnEndReason, now: number): void;
  /** Ends the turn as the page says. */
  finish(now: number, error: string | undefined, responseId: string | undefined): void;
}

/**
 * A turn on a started span. `onEnd` is called once, when the span has ended.
 *
 * @param recordReported records what was reported before now, and calls `then`
 */
export function createTurn(
  span: Span,
  now: number,
  { turnTimeoutMs, turnGraceMs }: ChatLimits,
  recorder: Recorder,
  onEnd: (turn: Turn, endedAt: number) => void,
  recordReported: (then: () => void) => void,
): Turn {
  const open = openSpan(span, now);
  let running = 0;
  let requests = 0;
  let firstByteAt: number | undefined;
  let workEndedAt: number | undefined;
  let outcome: WorkOutcome = {};
  let response: string | undefined;
  let ended = false;
  let grace: ReturnType<typeof setTimeout> | undefined;

  const after = (milliseconds: number, work: () => void) =>
    setTimeout(() => recordReported(work), Math.min(milliseconds, LONGEST_TIMER_MS));
  const end = (reason: TurnEndReason, at: number, error?: string): void => {
    if (ended) return;
    ended = true;
    clearTimeout(grace);
    clearTimeout(timeout);
    if (error !== undefined) span.setStatus({ code: SpanStatusCode.ERROR });
    closeSpan(
      open,
      {
        [ATTR_SHOPPING_CHAT_TURN_END_REASON]: reason,
        [ATTR_SHOPPING_CHAT_TURN_REQUEST_COUNT]: requests || undefined,
        [ATTR_SHOPPING_CHAT_TURN_TIME_TO_FIRST_BYTE]:
          firstByteAt && Math.max(0, firstByteAt - open.startedAt) / 1000,
        [ATTR_ERROR_TYPE]: error,
        [ATTR_GEN_AI_RESPONSE_ID]: response,
      },
      at,
      recorder,
    );
    onEnd(turn, Math.max(open.lastAt, at));
  };
  const endAsWorkDid = (at: number): void => {
    const { error, cancelled } = outcome;
    end(error !== undefined ? 'failed' : cancelled ? 'abandoned' : 'answered', at, error);
  };
  // A suspended machine fires timers late: the turn has timed out when it should have.
  const timeout = after(turnTimeoutMs, () => end('timeout', open.startedAt + turnTimeoutMs));

  const turn: Turn = {
    open,
    asked: false,
    work(isRequest) {
      let over = false;
      running += 1;
      if (isRequest) requests += 1;
      clearTimeout(grace);
      return {
        firstByte(at) {
          firstByteAt ??= at;
        },
        end(at, how = {}) {
          if (over) return;
          over = true;
          running -= 1;
          outcome = how;
          workEndedAt = Math.max(workEndedAt ?? 0, at);
          const endedAt = workEndedAt;
          if (running === 0 && !ended) grace = after(turnGraceMs, () => endAsWorkDid(endedAt));
        },
      };
    },
    settle(reason, at) {
      if (running === 0 && workEndedAt !== undefined) endAsWorkDid(workEndedAt);
      else end(reason, at);
    },
    finish(at, error, responseId) {
      response = responseId;
      if (error !== undefined) outcome = { error };
      endAsWorkDid(running === 0 ? (workEndedAt ?? at) : at);
    },
  };
  return turn;
}
