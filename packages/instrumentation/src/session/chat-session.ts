import type { SessionRolloverReason } from '@chatspan/semantic-conventions';
import type { Context, Span, SpanContext } from '@opentelemetry/api';
import { ROOT_CONTEXT, TraceFlags, trace } from '@opentelemetry/api';
import { toId } from '../mapping/attribute-value.ts';
import type { ChatEvent } from '../mapping/chat-event.ts';
import type { CurrentSettings } from '../settings/settings.ts';
import { rememberTurn } from './rated-turn.ts';
import type { Remembered } from './remembered.ts';
import { remember } from './remembered.ts';
import type { RatableTurn, SessionState } from './session-state.ts';
import { clearState, loadState, saveState } from './session-state.ts';

/** Why a trace begins: it is the tab's first, or the chat session leaves the one it was in. */
export type TraceStart = 'first' | SessionRolloverReason;

/** A chat session over page loads, and the trace that it is in. Writes its state alone. */
export interface ChatSession {
  /** The state of this tab, restored from the page before; `undefined` before the first event. */
  state(): SessionState | undefined;
  conversationId(): string | undefined;
  /** Names the conversation. Another id than before makes a new trace due. */
  setConversationId(id: string): void;
  /** Why an event at this time must begin a new trace; `undefined` when it need not. */
  traceDue(now: number): TraceStart | undefined;
  /** Continues in the trace of this root span: the same chat session, or a new one after an idle time. */
  enterTrace(root: SpanContext, now: number, start: TraceStart): SessionState;
  /** Parent of this trace's spans. */
  parent(): Context;
  /** Whether the page before sampled differently than this one. Answered once, for the first span of a page. */
  samplingChanged(span: Span): boolean;
  /** An event happened, sampled or not. */
  touch(now: number): void;
  /** Number of the next event; 0 without a session. */
  nextSeq(): number;
  /** Number of the next turn; 0 without a session. */
  nextTurnSeq(): number;
  /** Remembers what the event says of the turns to come. */
  learn(event: ChatEvent): void;
  /** What each turn carries of earlier events. */
  remembered(): Remembered;
  spanEnded(): void;
  /** Keeps what a later rating names the turn by. */
  rememberTurn(turn: RatableTurn): void;
  /** Stores the state, if there is one. `false` when that failed. */
  save(): boolean;
  /** Stores the state, and reads it again when needed: a restored page may come after others of its tab. */
  rest(): void;
  /** Forgets the state, here and in storage. */
  clear(): void;
}

/** The state as its one writer sees it. */
type OwnState = { -readonly [K in keyof SessionState]: SessionState[K] };

/** The session of this tab. Reads storage when asked, and not again after the first event of a page. */
export function createChatSession(settings: CurrentSettings): ChatSession {
  let isHeld = false;
  let current: OwnState | undefined;
  let wantedConversation: string | undefined;

  const state = (): OwnState | undefined => {
    if (!isHeld) current = loadState() ?? current;
    return current;
  };
  const save = (): boolean => current === undefined || saveState(current);
  const conversationId = () => wantedConversation ?? state()?.conversationId;

  return {
    state,
    conversationId,
    save,
    setConversationId(id) {
      wantedConversation = toId(id, settings().limits);
      const known = state();
      if (!known || known.conversationId) return;
      known.conversationId = wantedConversation;
      save();
    },
    traceDue(now) {
      const { limits } = settings();
      const known = state();
      isHeld = true;
      if (!known) return 'first';
      if (Math.abs(now - known.lastAt) > limits.sessionIdleMillis) return 'idle';
      const before = known.conversationId;
      if (wantedConversation && before && wantedConversation !== before) return 'conversation_changed';
      if (now - known.traceStartedAt > limits.maxTraceAgeMillis) return 'age';
      return known.spans >= limits.maxTraceSpans ? 'span_count' : undefined;
    },
    enterTrace(root, now, start) {
      const before = current;
      const continued = start === 'idle' ? undefined : before;
      current = {
        // A trace id is as random as a chat session's id has to be.
        id: continued?.id ?? root.traceId,
        root,
        traceStartedAt: now,
        lastAt: now,
        seq: continued?.seq ?? 0,
        turnSeq: continued?.turnSeq ?? 0,
        spans: 1,
        conversationId: conversationId(),
        ratable: before?.ratable ?? [],
        remembered: continued?.remembered ?? {},
      };
      // Firefox may not show the next page what this one first stores while it is left.
      save();
      return current;
    },
    parent: () => (current ? trace.setSpanContext(ROOT_CONTEXT, current.root) : ROOT_CONTEXT),
    samplingChanged(span) {
      if (!current?.root.isRemote) return false;
      const { root } = current;
      current.root = { ...root, isRemote: false };
      return isSampled(root) !== isSampled(span.spanContext());
    },
    touch(now) {
      if (current && now > current.lastAt) current.lastAt = now;
    },
    nextSeq() {
      if (!current) return 0;
      current.seq += 1;
      return current.seq;
    },
    nextTurnSeq() {
      if (!current) return 0;
      current.turnSeq += 1;
      return current.turnSeq;
    },
    learn(event) {
      if (current) current.remembered = remember(current.remembered, event);
    },
    remembered: () => current?.remembered ?? {},
    spanEnded() {
      if (current) current.spans += 1;
    },
    rememberTurn(turn) {
      const known = state();
      if (known) known.ratable = rememberTurn(known.ratable, turn);
    },
    rest() {
      // A state that could not be stored must not be replaced by an older one.
      isHeld = !save();
    },
    clear() {
      current = undefined;
      clearState();
    },
  };
}

function isSampled({ traceFlags }: SpanContext): boolean {
  return (traceFlags & TraceFlags.SAMPLED) !== 0;
}
