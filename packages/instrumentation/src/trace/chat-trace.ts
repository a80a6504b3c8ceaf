import type { Context } from '@opentelemetry/api';
import { ROOT_CONTEXT, trace } from '@opentelemetry/api';
import { errorType, safely } from '../guard/guard.ts';
import { toId } from '../mapping/attribute-value.ts';
import type { ChatEvent } from '../mapping/chat-event.ts';
import type { ReportProblem } from '../public/problems.ts';
import type { TurnEnd } from '../public/turn.ts';
import { createChatIdentity } from '../session/chat-identity.ts';
import { createChatSession } from '../session/chat-session.ts';
import type { CurrentSettings } from '../settings/settings.ts';
import { createChatSpans } from './chat-spans.ts';
import { createEventWriter } from './event-writer.ts';
import { createExportBudget } from './export-budget.ts';
import type { Resume } from './export-flight.ts';
import { createExportFlight } from './export-flight.ts';
import type { Moment } from './moment.ts';
import { createOpenSpans } from './open-spans.ts';
import type { Recorder } from './recorder.ts';
import { requestContext } from './request-context.ts';
import type { OpenWork } from './turn.ts';
import type { WaitReason } from './waiting-events.ts';
import { createWaitingEvents } from './waiting-events.ts';

// Storing the state costs more than recording: a shopper who keeps clicking causes it once.
const SOON_MILLIS = 1_000;

/** The spans of this page's chat. Time is passed in: epoch milliseconds. */
export interface ChatTrace {
  /** Records an event, or keeps it until there are a tracer provider and room for it. */
  record(event: ChatEvent, moment: Moment): void;
  /** A tracer provider, or room for more, may be there now: records what waits for it. */
  recordWaiting(): void;
  /** Work for the open turn, in that turn's context; opens a turn when none is open. */
  beginWork(moment: Moment, isRequest: boolean): BegunWork | undefined;
  /** Context for a request that no turn waits for; `undefined` without a chat. */
  requestContext(): Context | undefined;
  /**
   * `false` when an event at this moment is not sampled: nobody sees its attributes. Shows the address to the team's
   * `redact` hook, which may disable the instrumentation, before anything is recorded.
   */
  isRecording(moment: Moment): boolean;
  setConversationId(id: string): void;
  endTurn(end: TurnEnd, now: number): void;
  /** Ends the activity, unless a turn is open in it, and asks for the export of what has ended. */
  flush(now: number): void;
  /** Ends what is due, and stores the state. */
  tick(now: number): void;
  /** Milliseconds until the next `tick()`; `undefined` when none is needed. */
  nextTick(now: number): number | undefined;
  /** The page may go away: ends what is open, and asks for its export. */
  leave(now: number): void;
  /** Ends what is open, and forgets the chat. */
  stop(now: number): void;
}

/** Work in a turn, and the context that its requests are made in. */
export interface BegunWork {
  readonly context: Context;
  readonly work: OpenWork;
}

/** What a chat's trace is made with. */
export interface ChatTraceParts {
  readonly settings: CurrentSettings;
  readonly recorder: Recorder;
  readonly report: ReportProblem;
  /** Runs work after the page's current code. */
  defer(work: () => void): void;
  /** Calls `resume` with the time: an export has ended. */
  onLanded(resume: Resume): void;
}

/** The chat of one page, from `enable()` to `disable()`. */
export function createChatTrace({ settings, recorder, report, defer, onLanded }: ChatTraceParts): ChatTrace {
  const session = createChatSession(settings);
  const identity = createChatIdentity(settings, session, report);
  const spans = createChatSpans({ settings, identity, recorder, report });
  const write = createEventWriter({ settings, session, identity, recorder, report });
  let hasChanged = false;
  let isLeaving = false;
  let isCatchingUp = false;

  const open = createOpenSpans({
    settings,
    session,
    spans,
    onStart() {
      hasChanged = true;
    },
    onEnd({ bytes }, endedAt) {
      hasChanged = true;
      session.spanEnded();
      budget.ended(bytes, endedAt);
      flight.ended(bytes);
    },
  });
  const flight = createExportFlight({
    flush: recorder.flush,
    onLanded,
    onRoom(now) {
      isCatchingUp = true;
      const recorded = waiting.drain();
      isCatchingUp = false;
      if (recorded > 0) flight.flush(now);
      return recorded > 0;
    },
  });
  const budget = createExportBudget(() => settings().limits.maxActivityBytes, {
    endOpen: (now) => open.endActivity('size_limit', now),
    flush(now) {
      // As few requests as possible for what waited.
      if (!isCatchingUp) flight.flush(now);
    },
    defer,
  });

  const record = (event: ChatEvent, { now, href }: Moment): WaitReason | undefined => {
    if (flight.isFull(now, isLeaving)) return 'export_too_slow';
    identity.goTo(href);
    open.endOverdue(now);
    const openBytes = (open.activity()?.open.bytes ?? 0) + (open.turn()?.open.bytes ?? 0);
    budget.willBeOpen(openBytes + event.bytes, now);
    const { effect } = event;
    const target = effect === 'asks' ? open.turnOf(event, now) : open.activityOf(event, now);
    if (!target) {
      // Until there is a provider, another page of the tab may continue the session.
      session.rest();
      return 'no_provider';
    }
    write(target.open, event, now);
    applyEffect(event, now);
    return undefined;
  };
  const applyEffect = ({ effect }: ChatEvent, now: number): void => {
    const activity = open.activity();
    if (activity) activity.isMinimized = effect === 'minimizes';
    if (effect === 'closes') open.endAll('closed', now);
    else if (effect === 'clears') open.interruptTurn('abandoned', now);
    else if (effect === 'minimizes') open.checkActivity(now);
    else if (activity && activity.open.events >= settings().limits.maxActivityEvents)
      open.endActivity('event_limit', now);
  };
  const waiting = createWaitingEvents(
    (event, moment) => safely(report, 'not_recorded', () => record(event, moment)),
    report,
  );

  const contextFor = (context: Context): Context =>
    requestContext(context, identity.attributes(), settings().baggageKeys);

  return {
    record: waiting.record,
    recordWaiting: () => void waiting.drain(),
    setConversationId: session.setConversationId,
    beginWork({ now, href }, isRequest) {
      identity.goTo(href);
      open.endOverdue(now);
      const turn = open.turn() ?? open.openTurn(now, undefined);
      if (!turn) return undefined;
      const context = contextFor(trace.setSpan(ROOT_CONTEXT, turn.open.span));
      return { context, work: turn.begin(isRequest) };
    },
    requestContext() {
      const span = (open.turn() ?? open.activity())?.open.span;
      if (span) return contextFor(trace.setSpan(ROOT_CONTEXT, span));
      return session.state() && contextFor(session.parent());
    },
    isRecording({ now, href }) {
      identity.goTo(href);
      open.endOverdue(now);
      const activity = open.activity();
      if (!activity || session.traceDue(now)) return true;
      return activity.open.span.isRecording();
    },
    endTurn({ error, ...ids }, now) {
      const { limits } = settings();
      const responseId = toId(ids.responseId, limits);
      const messageId = toId(ids.messageId, limits);
      const spanId = open.turnSpanId();
      if (spanId) session.rememberTurn({ spanId, responseId, messageId });
      const turn = open.turn();
      if (turn) open.endTurn({ ...turn.finished(classOf(error), now), responseId });
      else session.save();
    },
    flush(now) {
      if (!open.turn()) open.endActivity('flushed', now);
      flight.flush(now);
    },
    tick(now) {
      open.endOverdue(now);
      waiting.retry(now);
      hasChanged = false;
      if (open.activity()) session.save();
      else session.rest();
    },
    nextTick(now) {
      if (hasChanged) return SOON_MILLIS;
      const times = [open.dueAt(), waiting.retryAt()].filter((time) => time !== undefined);
      return times.length === 0 ? undefined : Math.max(0, Math.min(...times) - now);
    },
    leave(now) {
      isLeaving = true;
      waiting.drain();
      isLeaving = false;
      open.endAll('hidden', now);
      hasChanged = false;
      session.rest();
      flight.flushAtExit(now);
    },
    stop(now) {
      isLeaving = true;
      waiting.stop();
      open.endAll('disabled', now);
      session.clear();
    },
  };
}

function classOf(error: TurnEnd['error']): string | undefined {
  if (typeof error === 'string') return error;
  return error ? errorType(error) : undefined;
}
