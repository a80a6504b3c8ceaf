import {
  ATTR_BROWSER_DOCUMENT_URL_FULL,
  ATTR_GEN_AI_CONVERSATION_ID,
  ATTR_SESSION_ID,
  ATTR_SHOPPING_CHAT_SESSION_ID,
} from '@chatspan/semantic-conventions';
import type { Attributes, Context, Span, SpanContext } from '@opentelemetry/api';
import { ROOT_CONTEXT, TraceFlags, trace } from '@opentelemetry/api';
import { attempt } from '../guard/guard.ts';
import { toId } from '../mapping/attribute-value.ts';
import { sanitizeUrl } from '../mapping/sanitize-url.ts';
import type { Settings } from '../settings/settings.ts';
import type { SessionState } from './session-state.ts';
import { clearState, loadState, saveState } from './session-state.ts';

/** Why a trace begins: there was none, or one that the chat session leaves. */
export type TraceStart =
  | 'first'
  | 'idle'
  | 'age'
  | 'span_count'
  | 'conversation_changed'
  | 'sampling_changed';

/** A chat session over page loads, and the trace that it is in. */
export interface ChatSession {
  /** Of this tab, restored from the page before; `undefined` before the first event. */
  state(): SessionState | undefined;
  /** Why an event at this time must begin a new trace; `undefined` when it need not. */
  due(now: number): TraceStart | undefined;
  /** Goes on in the trace of this root span: the same chat session, or a new one after an idle time. */
  enterTrace(root: SpanContext, now: number, start: TraceStart): SessionState;
  /** Parent of this trace's spans. */
  parent(): Context;
  /** Whether the page before sampled otherwise than this one does. Asked once, with the first span of a page. */
  samplingChanged(span: Span): boolean;
  /** Who, and where: on every span. */
  attributes(): Attributes;
  /** What comes now is of the page at this address, which its scripts may change. */
  goTo(href: string): void;
  setConversationId(id: string): void;
  /** Stores the state, if there is one: `undefined` when that could not be done. */
  save(): true | undefined;
  /** Stores the state, to be read again: a page that was kept may be shown after others of its tab. */
  rest(): void;
  clear(): void;
}

/** The session of this tab. Reads storage when it is asked, not before, and no more once an event is recorded. */
export function createChatSession(settings: Settings): ChatSession {
  const { limits } = settings;
  let held = false;
  let current: SessionState | undefined;
  let wanted: string | undefined;

  const state = (): SessionState | undefined => {
    if (!held) current = loadState() ?? current;
    return current;
  };
  const save = (): true | undefined => !current || saveState(current);
  const conversationId = () => wanted ?? state()?.conversationId;
  let address: string | undefined;
  let url: string | undefined;
  const attributes = (): Attributes => ({
    [ATTR_SHOPPING_CHAT_SESSION_ID]: current?.id,
    [ATTR_SESSION_ID]: attempt(() => settings.sessionProvider?.getSessionId()) ?? undefined,
    [ATTR_GEN_AI_CONVERSATION_ID]: conversationId(),
    [ATTR_BROWSER_DOCUMENT_URL_FULL]: url,
  });

  return {
    state,
    attributes,
    goTo(href) {
      if (href === address) return;
      address = href;
      url = sanitizeUrl(href, settings.keepUrlQueryParameters);
    },
    due(now) {
      const known = state();
      held = true;
      if (!known) return 'first';
      if (Math.abs(now - known.lastAt) > limits.sessionIdleMs) return 'idle';
      if (wanted && known.conversationId && wanted !== known.conversationId) return 'conversation_changed';
      if (now - known.traceStartedAt > limits.sessionAgeMs) return 'age';
      return known.spans >= limits.sessionSpans ? 'span_count' : undefined;
    },
    enterTrace(root, now, start) {
      const before = current;
      const goesOn = before && start !== 'idle';
      current = {
        // A trace id is as random as a chat session's has to be, and is there already.
        id: goesOn ? before.id : root.traceId,
        root,
        traceStartedAt: now,
        lastAt: now,
        seq: goesOn ? before.seq : 0,
        turnSeq: goesOn ? before.turnSeq : 0,
        spans: 1,
        conversationId: conversationId(),
        ratable: before?.ratable ?? [],
      };
      // Firefox does not always show a page what the one before it first stored while it was left.
      save();
      return current;
    },
    parent: () => (current ? trace.setSpanContext(ROOT_CONTEXT, current.root) : ROOT_CONTEXT),
    samplingChanged(span) {
      if (!current?.root.isRemote) return false;
      current.root = { ...current.root, isRemote: false };
      return ((current.root.traceFlags ^ span.spanContext().traceFlags) & TraceFlags.SAMPLED) > 0;
    },
    setConversationId(id) {
      wanted = toId(id, limits);
      const known = state();
      if (!known || known.conversationId) return;
      known.conversationId = wanted;
      save();
    },
    save,
    rest() {
      // What could not be stored is not to be replaced by what was stored before.
      held = !save();
    },
    clear() {
      current = undefined;
      clearState();
    },
  };
}
