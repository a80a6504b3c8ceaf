import type { SpanContext } from '@opentelemetry/api';
import { createTraceState, isValidSpanId, isValidTraceId } from '@opentelemetry/api';

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
export const STORAGE_KEY = 'chatspan.session';
const VERSION = 1;
const MOST_RATABLE = 50;

/** The stored state of this tab; `undefined` when there is none, or none that can be used. */
export function loadState(): SessionState | undefined {
  try {
    const stored = JSON.parse(sessionStorage.getItem(STORAGE_KEY) ?? 'null');
    if (stored?.v !== VERSION) return undefined;
    const { traceId, spanId, traceFlags, traceState } = stored.root;
    const numbers = [
      stored.traceStartedAt,
      stored.lastAt,
      stored.seq,
      stored.turnSeq,
      stored.spans,
      traceFlags,
    ];
    const usable =
      typeof stored.id === 'string' &&
      /^[0-9a-f]{32}$/.test(stored.id) &&
      isValidTraceId(traceId) &&
      isValidSpanId(spanId) &&
      numbers.every(Number.isSafeInteger) &&
      Array.isArray(stored.ratable);
    if (!usable) return undefined;
    return {
      id: stored.id,
      root: {
        traceId,
        spanId,
        traceFlags,
        isRemote: true,
        ...(typeof traceState === 'string' && { traceState: createTraceState(traceState) }),
      },
      traceStartedAt: stored.traceStartedAt,
      lastAt: stored.lastAt,
      seq: stored.seq,
      turnSeq: stored.turnSeq,
      spans: stored.spans,
      conversationId: typeof stored.conversationId === 'string' ? stored.conversationId : undefined,
      ratable: stored.ratable.filter((turn: RatableTurn | null) => isValidSpanId(turn?.spanId ?? '')),
    };
  } catch {
    // No storage, forbidden storage, or not ours: the session then lives in memory.
    return undefined;
  }
}

/** Stores the state for the next page of this tab, where the browser allows. */
export function saveState(state: SessionState): void {
  const { root, ratable } = state;
  ratable.splice(0, ratable.length - MOST_RATABLE);
  const { traceId, spanId, traceFlags, traceState } = root;
  try {
    sessionStorage.setItem(
      STORAGE_KEY,
      JSON.stringify({
        v: VERSION,
        ...state,
        root: { traceId, spanId, traceFlags, ...(traceState && { traceState: traceState.serialize() }) },
      }),
    );
  } catch {
    // Full or forbidden: the session then lives in memory.
  }
}

/** Removes the stored state. */
export function clearState(): void {
  try {
    sessionStorage.removeItem(STORAGE_KEY);
  } catch {
    // Forbidden storage holds nothing of ours.
  }
}
