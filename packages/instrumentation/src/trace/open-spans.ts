import type { ActivityEndReason, TurnEndReason } from '@chatspan/semantic-conventions';
import {
  ATTR_SHOPPING_CHAT_MESSAGE_INPUT_TYPE,
  ATTR_SHOPPING_CHAT_TURN_SEQ,
} from '@chatspan/semantic-conventions';
import type { Span } from '@opentelemetry/api';
import { ROOT_CONTEXT, trace } from '@opentelemetry/api';
import type { ChatEvent } from '../mapping/chat-event.ts';
import type { ChatSession, TraceStart } from '../session/chat-session.ts';
import type { CurrentSettings } from '../settings/settings.ts';
import type { Activity } from './activity.ts';
import { createActivity } from './activity.ts';
import { beginTrace } from './begin-trace.ts';
import type { ChatSpans } from './chat-spans.ts';
import type { OpenSpan } from './open-span.ts';
import type { Turn, TurnResult } from './turn.ts';
import { createTurn } from './turn.ts';

/** The activity and the turn that are open, and when they end. */
export interface OpenSpans {
  activity(): Activity | undefined;
  turn(): Turn | undefined;
  /** Span id of the open turn, or of the last one. */
  turnSpanId(): string | undefined;
  /** The open activity; begins one, and a trace where it is due. `undefined` without a tracer provider. */
  ensureActivity(now: number, event: ChatEvent | undefined): Activity | undefined;
  /** The activity of an event, of which it takes note. `undefined` without a tracer provider. */
  activityOf(event: ChatEvent, now: number): Activity | undefined;
  /** Begins a turn. `undefined` without a tracer provider. */
  openTurn(now: number, event: ChatEvent | undefined): Turn | undefined;
  /** The turn of a question: the one that its request opened, or a new one. */
  turnOf(question: ChatEvent, now: number): Turn | undefined;
  endActivity(reason: ActivityEndReason, now: number): void;
  endTurn(result: TurnResult): void;
  /** Ends the turn as its work ended; for this reason when it has no work, or unfinished work. */
  interruptTurn(reason: TurnEndReason, now: number): void;
  /** Ends the activity if it is due. It never ends while a turn is open. */
  checkActivity(now: number): void;
  /** Ends what should have ended by now, at the time when it should have. */
  endOverdue(now: number): void;
  endAll(reason: ActivityEndReason, now: number): void;
  /** When something ends if nothing happens; epoch milliseconds. */
  dueAt(): number | undefined;
}

/** What spans are opened with. */
export interface OpenSpansParts {
  readonly settings: CurrentSettings;
  readonly session: ChatSession;
  readonly spans: ChatSpans;
  /** Called when a span has started. */
  onStart(): void;
  /** Called when a span has ended. */
  onEnd(open: OpenSpan, endedAt: number): void;
}

/** A page on which nothing is open yet. */
export function createOpenSpans({ settings, session, spans, onStart, onEnd }: OpenSpansParts): OpenSpans {
  let activity: Activity | undefined;
  let turn: Turn | undefined;
  let turnSpanId: string | undefined;

  const endActivity = (reason: ActivityEndReason, now: number): void => {
    const ending = activity;
    if (!ending) return;
    activity = undefined;
    spans.end(ending.open.span, 'activity', ending.end(reason, now));
    onEnd(ending.open, now);
  };
  const checkActivity = (now: number): void => {
    const reason = turn ? undefined : activity?.due(now);
    if (reason) endActivity(reason, now);
  };
  const endTurn = (result: TurnResult): void => {
    const ending = turn;
    if (!ending) return;
    turn = undefined;
    const end = ending.end(result);
    spans.end(ending.open.span, 'turn', end);
    onEnd(ending.open, end.time);
    if (!activity) return;
    activity.open.lastAt = Math.max(activity.open.lastAt, end.time);
    checkActivity(end.time);
  };
  const interruptTurn = (reason: TurnEndReason, now: number): void => {
    if (turn) endTurn(turn.interrupted(reason, now));
  };
  const endOverdue = (now: number): void => {
    if (turn && now >= turn.dueAt()) endTurn(turn.overdue());
    checkActivity(now);
  };
  const endAll = (reason: ActivityEndReason, now: number): void => {
    endOverdue(now);
    interruptTurn('abandoned', now);
    endActivity(reason, now);
  };

  /** Whether there is a trace that a span at this time belongs to. */
  const ensureTrace = (now: number, event: ChatEvent | undefined): boolean => {
    const start = session.traceDue(now);
    // A trace that has grown old or long is not left in the middle of a turn.
    if (!start || (turn && (start === 'age' || start === 'span_count'))) return true;
    endAll('rollover', now);
    return enterTrace(start, now, event);
  };
  const enterTrace = (start: TraceStart, now: number, event: ChatEvent | undefined): boolean =>
    beginTrace(session, spans, { now, start, event });
  /** In a new trace when the page before sampled differently than this one. */
  const startActivitySpan = (now: number, event: ChatEvent | undefined): Span | undefined => {
    const startSpan = () => spans.start({ kind: 'activity', now, parent: session.parent() });
    const span = startSpan();
    if (!span || settings().traceScope !== 'session' || !session.samplingChanged(span)) return span;
    return enterTrace('sampling_changed', now, event) ? startSpan() : span;
  };
  const ensureActivity = (now: number, event: ChatEvent | undefined): Activity | undefined => {
    if (!ensureTrace(now, event)) return undefined;
    if (activity) return activity;
    const span = startActivitySpan(now, event);
    if (!span) return undefined;
    onStart();
    const { limits, captureClickedProducts } = settings();
    activity = createActivity(span, now, limits, captureClickedProducts ? limits.maxArrayLength : 0);
    return activity;
  };
  const openTurn = (now: number, event: ChatEvent | undefined): Turn | undefined => {
    const within = ensureActivity(now, event);
    if (!within) return undefined;
    const span = spans.start({
      kind: 'turn',
      now,
      parent: trace.setSpan(ROOT_CONTEXT, within.open.span),
      attributes: { ...session.remembered(), [ATTR_SHOPPING_CHAT_TURN_SEQ]: session.nextTurnSeq() },
    });
    if (!span) return undefined;
    onStart();
    turnSpanId = span.spanContext().spanId;
    turn = createTurn(span, now, settings().limits);
    return turn;
  };

  return {
    activity: () => activity,
    turn: () => turn,
    turnSpanId: () => turnSpanId,
    ensureActivity,
    activityOf(event, now) {
      const found = ensureActivity(now, event);
      session.learn(event);
      found?.facts.add(event);
      return found;
    },
    openTurn,
    turnOf(question, now) {
      const { turnJoinMillis } = settings().limits;
      const joins = turn && !turn.isAsked && now - turn.open.startedAt <= turnJoinMillis;
      if (!joins) {
        interruptTurn('superseded', now);
        openTurn(now, question);
      }
      if (!turn) return undefined;
      turn.isAsked = true;
      session.learn(question);
      const inputType = question.attributes[ATTR_SHOPPING_CHAT_MESSAGE_INPUT_TYPE];
      turn.note({
        ...session.remembered(),
        ...(inputType !== undefined && { [ATTR_SHOPPING_CHAT_MESSAGE_INPUT_TYPE]: inputType }),
      });
      return turn;
    },
    endActivity,
    endTurn,
    interruptTurn,
    checkActivity,
    endOverdue,
    endAll,
    dueAt: () => turn?.dueAt() ?? activity?.dueAt(),
  };
}
