/** A request as the page gave it: its values are strings, or convert to one. */
export interface FoundRequest {
  readonly url?: unknown;
  readonly method?: unknown;
  readonly body?: unknown;
}
