import type { PlacedRequest } from './placed-request.ts';
import { readParents } from './traceparent.ts';

/** An `XMLHttpRequest` that was opened with a listed URL. */
export interface OpenedRequest {
  readonly method: unknown;
  readonly url: string;
  readonly isSuppressed: boolean;
  /** The headers that were set, by their names in lower case. */
  readonly headers: Map<string, string>;
  /** Names of those that we set. */
  readonly ours: Set<string>;
  /** Present once it is sent. */
  placed?: PlacedRequest;
  /** Whether the headers that it should have are set. */
  isComplete: boolean;
}

/** A tool that was there before ours sets its header after ours. */
export function reportOtherTrace({ placed }: OpenedRequest, traceparent: string): void {
  const other = readParents(traceparent).find(({ context }) => context.traceId !== placed?.traceId);
  if (placed && other) placed.onOtherTrace(other.context);
}
