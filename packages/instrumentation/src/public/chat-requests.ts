import type { Context } from '@opentelemetry/api';
import type { ReportProblem } from './problems.ts';
import type { TurnWork } from './turn.ts';

/** The place of a request in the chat. */
export interface ChatRequest {
  /** The context to make the request in. */
  readonly context: Context;
  /** Tells the turn about the request; absent when no turn waits for it. */
  readonly work: TurnWork | undefined;
}

/**
 * Asks for the place of a request; `undefined` leaves it as it is. A request that asks something belongs to the open
 * turn, which waits for it, and opens one when none is open; any other request belongs to what is open.
 */
export type BeginRequest = (asks: boolean) => ChatRequest | undefined;

/** A request as the page makes it. */
export interface RequestCall {
  /** In capitals. */
  readonly method: string;
  /** Absolute. */
  readonly url: string;
  /** As passed to `fetch` or `send`; `undefined` when it is inside a `Request`. */
  readonly body: unknown;
}

/** How the requests of the chat are seen. */
export interface ChatRequests {
  /**
   * Wraps what makes requests, and returns what puts the originals back.
   *
   * @param beforeChatEvents registers a function that is called before each event of the chat, and when other
   * instrumentations have been registered: they may have wrapped the same methods since
   */
  subscribe(
    begin: BeginRequest,
    report: ReportProblem,
    beforeChatEvents: (look: () => void) => void,
  ): () => void;
}
