/** A request as the page gave it: its values are strings, or convert to one. */
export interface FoundRequest {
  readonly url?: unknown;
  readonly method?: unknown;
  readonly body?: unknown;
  readonly contentType?: string | undefined;
  /** Whether tracing was suppressed before, when the request was opened. */
  readonly isSuppressed?: boolean;
}

/** A method as it is sent. */
export function toMethod(method: unknown): string {
  return `${method ?? 'GET'}`.toUpperCase();
}
