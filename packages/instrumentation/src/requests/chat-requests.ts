import type { Context } from '@opentelemetry/api';
import type { ReportProblem } from '../report-once.ts';
import type { TurnWork } from '../turn.ts';

/** A request of the chat: where it belongs, and what is told of it. */
export interface ChatRequest {
  readonly context: Context;
  /** Absent for a request that no turn waits for. */
  readonly work: TurnWork | undefined;
}

/** Asks for the place of a request; `undefined` leaves it as it is. */
export type BeginRequest = (method: string) => ChatRequest | undefined;

/** How the requests of the chat are seen. */
export interface ChatRequests {
  /** Begins to wrap what makes requests, and returns what puts the originals back. */
  subscribe(begin: BeginRequest, report: ReportProblem): () => void;
}
