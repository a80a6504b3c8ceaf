import { ATTR_SHOPPING_CHAT_MESSAGE_INPUT_TYPE } from '@chatspan/semantic-conventions';
import type { Context } from '@opentelemetry/api';
import { ROOT_CONTEXT, trace } from '@opentelemetry/api';
import { errorType } from '../guard/guard.ts';
import { toId } from '../mapping/attribute-value.ts';
import type { MappedEvent } from '../mapping/event-mapping.ts';
import { createOpenWatch } from '../page/open-watch.ts';
import { isPageHidden } from '../page/page-end.ts';
import type { TurnWork } from '../public/turn-work.ts';
import type { TurnEnd } from '../public/types.ts';
import type { ChatSession } from '../session/chat-session.ts';
import { createChatSession } from '../session/chat-session.ts';
import { rememberTurn } from '../session/rated-turn.ts';
import type { SessionState } from '../session/session-state.ts';
import type { Settings } from '../settings/settings.ts';
import type { Activity, ActivityEndReason } from './activity.ts';
import { createActivity } from './activity.ts';
import { beginSession } from './begin-session.ts';
import { beginActivity, beginTurn } from './begin-spans.ts';
import { createExportBudget } from './export-budget.ts';
import type { OpenSpan } from './open-span.ts';
import type { Recorder } from './recorder.ts';
import type { StartChatSpan } from './start-chat-span.ts';
import { chatSpanStarter } from './start-chat-span.ts';
import type { Turn } from './turn.ts';
import { createTurn } from './turn.ts';
import { writeChatEvent } from './write-chat-event.ts';

/** The spans of this page's chat: which are open, and when they end. */
export interface ChatTrace {
  readonly session: ChatSession;
  /**
   * Records an event of the page at this address. `false` as long as the page has no tracer provider: nothing is
   * recorded then.
   */
  record(event: MappedEvent, now: number, href: string): boolean;
  /** Work for the open turn, in that turn's context; opens one when none is open. */
  beginWork(
    now: number,
    isRequest: boolean,
  ): { readonly context: Context; readonly work: TurnWork } | undefined;
  /** The context of what is open now. */
  context(): Context | undefined;
  /** `false` when an event at this time is not sampled: no one sees what it says. */
  isRecording(now: number): boolean;
  endTurn(end: TurnEnd, now: number): void;
  /** Ends the activity, unless a turn is open in it, and asks for the export of what has ended. */
  flush(now: number): void;
  /** Something was reported: it is recorded within a second, and when the page is hidden or left. */
  watch(): void;
  /** The page may go away: records what was reported, ends whatever is open, and asks for its export. */
  hide(): void;
  /** Ends whatever is open, and leaves the page alone. */
  stop(now: number): void;
}

// While a turn is open its activity waits for it, though it be due.
const SHORTEST_TICK_MS = 1_000;

/**
 * The chat of one page, from `enable()` to `disable()`.
 *
 * @param recordReported records what was reported before now, and calls `then`
 */
export function createChatTrace(
  settings: Settings,
  recorder: Recorder,
  recordReported: (then: () => void) => void,
): ChatTrace {
  const { limits } = settings;
  const session = createChatSession(settings);
  const budget = createExportBudget(
    limits.activityBytes,
    (now) => endActivity('size_limit', now),
    recorder.flush,
  );
  let activity: Activity | undefined;
  let turn: Turn | undefined;
  let lastTurnSpanId: string | undefined;

  const look = (): void => {
    checkActivity(Date.now());
    if (activity || turn) session.save();
    else watch.end();
  };
  const tick = (): number | undefined => {
    recordReported(look);
    return activity && Math.max(SHORTEST_TICK_MS, activity.left(Date.now()));
  };

  const spanEnded = (open: OpenSpan, now: number): void => {
    const state = session.state();
    // The page may have stopped us when it heard of the end.
    if (!state) return;
    state.spans += 1;
    budget.ended(open.bytes, now);
    watch.soon();
  };

  const endActivity = (reason: ActivityEndReason, now: number): void => {
    const ending = activity;
    if (!ending) return;
    activity = undefined;
    ending.end(reason, now);
    spanEnded(ending.open, now);
  };

  /** An activity is not cut while a turn is open, but where it would grow too large. */
  const checkActivity = (now: number): void => {
    const reason = turn ? undefined : activity?.due(now);
    if (reason) endActivity(reason, now);
  };

  const turnEnded = (ended: Turn, at: number): void => {
    if (turn === ended) turn = undefined;
    lastTurnSpanId = ended.open.span.spanContext().spanId;
    spanEnded(ended.open, at);
    if (!activity) return;
    activity.open.lastAt = Math.max(activity.open.lastAt, at);
    checkActivity(at);
  };

  /** Timers are late on a machine that was suspended: what is overdue ended when it should have. */
  const endOverdue = (now: number): void => {
    const until = turn ? turn.open.startedAt + limits.turnTimeoutMs : now;
    if (now >= until) turn?.settle('timeout', until);
    checkActivity(now);
  };

  const endAll = (reason: ActivityEndReason, now: number): void => {
    endOverdue(now);
    turn?.settle('abandoned', now);
    endActivity(reason, now);
  };

  const leave = (): void => {
    endAll('hidden', Date.now());
    watch.end();
    recorder.flush();
  };
  const hide = () => recordReported(leave);

  const watch = createOpenWatch(hide, tick, session.rest);
  const start = chatSpanStarter(settings, session, recorder);
  const startSpan: StartChatSpan = (...span) => {
    const started = start(...span);
    if (started) watch.soon();
    return started;
  };

  const begin = (now: number, event: MappedEvent | undefined): boolean => {
    const why = session.due(now);
    // A trace is not left in the middle of a turn because it has grown old or long.
    if (!why || (turn && (why === 'age' || why === 'span_count'))) return true;
    endAll('rollover', now);
    return beginSession(session, recorder, { now, start: why, event });
  };

  const ensureActivity = (now: number, event: MappedEvent | undefined): Activity | undefined => {
    if (!begin(now, event)) return undefined;
    if (activity) return activity;
    const span = beginActivity(startSpan, session, settings, recorder, now, event);
    activity = span && createActivity(span, now, limits, recorder);
    return activity;
  };

  const openTurn = (now: number, event: MappedEvent | undefined): Turn | undefined => {
    const within = ensureActivity(now, event);
    const span = within && beginTurn(startSpan, session, within.open.span, now);
    if (!span) return undefined;
    turn = createTurn(span, now, limits, recorder, turnEnded, recordReported);
    return turn;
  };

  const turnFor = (event: MappedEvent, now: number): Turn | undefined => {
    const joins = turn && !turn.asked && now - turn.open.startedAt <= limits.turnJoinMs;
    if (!joins) {
      turn?.settle('superseded', now);
      openTurn(now, event);
    }
    if (!turn) return undefined;
    turn.asked = true;
    const inputType = event.attributes[ATTR_SHOPPING_CHAT_MESSAGE_INPUT_TYPE];
    if (inputType) turn.open.span.setAttribute(ATTR_SHOPPING_CHAT_MESSAGE_INPUT_TYPE, inputType);
    return turn;
  };

  return {
    session,
    watch: watch.soon,
    hide,
    stop(now) {
      endAll('disabled', now);
      watch.end();
    },
    flush(now) {
      if (!turn) endActivity('flushed', now);
      recorder.flush();
    },
    record(event, now, href) {
      session.goTo(href);
      endOverdue(now);
      const { effect } = event;
      const open = (activity?.open.bytes ?? 0) + (turn?.open.bytes ?? 0);
      budget.willBeOpen(open + event.bytes, now);
      const target = effect === 'asks' ? turnFor(event, now) : ensureActivity(now, event);
      if (!target) {
        // Until there is a provider, another page may go on with the session.
        session.rest();
        return false;
      }
      writeChatEvent(target.open, event, now, session.state() as SessionState, settings, recorder);
      if (activity) activity.minimized = effect === 'minimizes';
      if (effect === 'closes') endAll('closed', now);
      else if (effect === 'clears') turn?.settle('abandoned', now);
      else if (effect === 'minimizes') checkActivity(now);
      else if (activity && activity.open.events >= limits.activityEvents) endActivity('event_limit', now);
      // Hidden: nobody may tell us any more that the page goes away.
      if (isPageHidden()) hide();
      return true;
    },
    beginWork(now, isRequest) {
      session.goTo(document.URL);
      endOverdue(now);
      const working = turn ?? openTurn(now, undefined);
      return (
        working && { context: trace.setSpan(ROOT_CONTEXT, working.open.span), work: working.work(isRequest) }
      );
    },
    isRecording(now) {
      endOverdue(now);
      return !activity || !!session.due(now) || activity.open.span.isRecording();
    },
    context() {
      const open = turn?.open ?? activity?.open;
      if (open) return trace.setSpan(ROOT_CONTEXT, open.span);
      return session.state() && session.parent();
    },
    endTurn({ error, ...ids }, now) {
      const responseId = toId(ids.responseId, limits);
      const messageId = toId(ids.messageId, limits);
      const spanId = turn?.open.span.spanContext().spanId ?? lastTurnSpanId;
      const state = session.state();
      if (state && spanId) rememberTurn(state, { spanId, responseId, messageId });
      const type = typeof error === 'string' ? error : error ? errorType(error) : undefined;
      if (turn) turn.finish(now, type?.slice(0, limits.valueLength), responseId);
      else session.save();
    },
  };
}
