import type { SpanContext } from '@opentelemetry/api';
import { createTraceState, isSpanContextValid } from '@opentelemetry/api';
import { attempt } from '../guard/guard.ts';
import type { Json } from '../mapping/json-text.ts';
import { readJson, writeJson } from '../mapping/json-text.ts';
import type { Remembered } from './remembered.ts';

/** The part of a chat session that survives a page load. */
export interface SessionState {
  /** 16 random bytes in hex. */
  readonly id: string;
  /** Root span of the trace that the session is in now. */
  readonly root: SpanContext;
  /** Start of that trace; epoch milliseconds. */
  readonly traceStartedAt: number;
  /** Time of the last event; epoch milliseconds. */
  readonly lastAt: number;
  /** Number of the last event. */
  readonly seq: number;
  /** Number of the last turn. */
  readonly turnSeq: number;
  /** Spans in the trace. */
  readonly spans: number;
  readonly conversationId: string | undefined;
  /** What each turn carries. */
  readonly remembered: Remembered;
  /** The last turns, oldest first, for later ratings. */
  readonly ratable: readonly RatableTurn[];
}

/** A turn that a later rating can name. */
export interface RatableTurn {
  readonly spanId: string;
  readonly responseId: string | undefined;
  readonly messageId: string | undefined;
}

/** As it is stored, if nobody else wrote it. */
interface StoredState extends Omit<SessionState, 'root'> {
  readonly v: unknown;
  readonly trace: readonly [traceId: string, spanId: string, traceFlags: number, traceState: string | null];
}

/** Key in `sessionStorage`. */
const STORAGE_KEY = 'chatspan.session';
const VERSION = 1;

/** The stored state of this tab; `undefined` when there is none, or none that can be used. */
export function loadState(): SessionState | undefined {
  return attempt(() => {
    const {
      v,
      trace,
      remembered = {},
      ...state
    } = readJson(sessionStorage.getItem(STORAGE_KEY) ?? '') as unknown as StoredState;
    const [traceId, spanId, traceFlags, traceState] = trace;
    const root = { traceId, spanId, traceFlags, isRemote: true };
    const numbers = [traceFlags, state.traceStartedAt, state.lastAt, state.seq, state.turnSeq, state.spans];
    const isUsable =
      v === VERSION &&
      /^[0-9a-f]{32}$/.test(state.id) &&
      isSpanContextValid(root) &&
      numbers.every(Number.isSafeInteger) &&
      state.ratable.every((turn: RatableTurn) => turn.spanId) &&
      Object.values(remembered).every((value) => typeof value === 'string');
    if (!isUsable) return undefined;
    return {
      ...state,
      remembered,
      root: traceState ? { ...root, traceState: createTraceState(traceState) } : root,
    };
  });
}

/** Stores the state for the next page of this tab. `false` where the browser forbids it. */
export function saveState({ root, ...state }: SessionState): boolean {
  const trace = [root.traceId, root.spanId, root.traceFlags, root.traceState?.serialize() ?? null];
  const isSaved = attempt(() => {
    sessionStorage.setItem(STORAGE_KEY, writeJson({ v: VERSION, ...state, trace } as unknown as Json));
    return true;
  });
  return isSaved ?? false;
}

/** Removes the stored state. */
export function clearState(): void {
  attempt(() => sessionStorage.removeItem(STORAGE_KEY));
}
