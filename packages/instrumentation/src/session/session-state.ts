import type { SpanContext } from '@opentelemetry/api';
import { createTraceState, isSpanContextValid } from '@opentelemetry/api';
import { attempt } from '../guard/guard.ts';

/** What of a chat session survives a page load. */
export interface SessionState {
  /** 16 random bytes in hex. */
  readonly id: string;
  /** The root span of the trace that the session is in now. */
  root: SpanContext;
  /** When that trace began; epoch milliseconds. */
  traceStartedAt: number;
  /** Time of the last event; epoch milliseconds. */
  lastAt: number;
  /** Number of the last event. */
  seq: number;
  /** Number of the last turn. */
  turnSeq: number;
  /** Spans in the trace. */
  spans: number;
  conversationId: string | undefined;
  /** The last turns, oldest first, for ratings that come later. */
  readonly ratable: RatableTurn[];
}

/** A turn that a later rating can name. */
export interface RatableTurn {
  readonly spanId: string;
  readonly responseId: string | undefined;
  readonly messageId: string | undefined;
}

/** Key in `sessionStorage`. */
const STORAGE_KEY = 'chatspan.session';
const VERSION = 1;
const MOST_RATABLE = 50;

/** The stored state of this tab; `undefined` when there is none, or none that can be used. */
export function loadState(): SessionState | undefined {
  return attempt(() => {
    const { v, trace, ...state } = JSON.parse(sessionStorage.getItem(STORAGE_KEY) as string);
    const [traceId, spanId, traceFlags, traceState] = trace;
    const root = { traceId, spanId, traceFlags, isRemote: true };
    const numbers = [traceFlags, state.traceStartedAt, state.lastAt, state.seq, state.turnSeq, state.spans];
    const usable =
      v === VERSION &&
      /^[0-9a-f]{32}$/.test(state.id) &&
      isSpanContextValid(root) &&
      numbers.every(Number.isSafeInteger) &&
      state.ratable.every(({ spanId: id }: RatableTurn) => id);
    return usable
      ? { ...state, root: traceState ? { ...root, traceState: createTraceState(traceState) } : root }
      : undefined;
  });
}

/** Stores the state for the next page of this tab. Where the browser forbids (`undefined`), the session lives in memory. */
export function saveState({ root, ...state }: SessionState): true | undefined {
  state.ratable.splice(0, state.ratable.length - MOST_RATABLE);
  const trace = [root.traceId, root.spanId, root.traceFlags, root.traceState?.serialize()];
  return attempt(
    () => sessionStorage.setItem(STORAGE_KEY, JSON.stringify({ v: VERSION, ...state, trace })) ?? true,
  );
}

/** Removes the stored state. */
export function clearState(): void {
  attempt(() => sessionStorage.removeItem(STORAGE_KEY));
}
