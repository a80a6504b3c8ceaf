import type { Context } from '@opentelemetry/api';
import type { ReportProblem } from './problems.ts';
import type { TurnWork } from './turn-work.ts';

/** A request of the chat: where it belongs, and what is told of it. */
export interface ChatRequest {
  readonly context: Context;
  /** Absent for a request that no turn waits for. */
  readonly work: TurnWork | undefined;
}

/**
 * Asks for the place of a request; `undefined` leaves it as it is. A turn waits for a request that asks something, and
 * is opened by it when none is open; any other request belongs to what is open.
 */
export type BeginRequest = (asks: boolean) => ChatRequest | undefined;

/** A request as the page makes it. */
export interface RequestCall {
  /** In capitals. */
  readonly method: string;
  /** Absolute. */
  readonly url: string;
  /** As it is given to `fetch` or `send`; `undefined` when it is inside a `Request`. */
  readonly body: unknown;
}

/** How the requests of the chat are seen. */
export interface ChatRequests {
  /** Begins to wrap what makes requests, and returns what puts the originals back. */
  subscribe(begin: BeginRequest, report: ReportProblem): () => void;
}
