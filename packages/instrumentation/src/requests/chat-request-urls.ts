import type { ChatRequests, RequestCall } from '../public/chat-requests.ts';
import { listedUrls } from './listed-url.ts';
import { propagateRequests } from './propagate-requests.ts';

/** Options of {@link chatRequestUrls}. */
export interface ChatRequestUrlsOptions {
  /**
   * Whether a request asks something, so that a turn waits for its answer. Give it when the back end takes other
   * things at the same URLs. An exception counts as no.
   * @default every POST
   */
  asks?: (request: RequestCall) => boolean;
}

/**
 * The chat's requests by the URLs of its back end: `fetch` and `XMLHttpRequest` calls to them are made in the turn's
 * context and carry its trace headers. No other URL ever gets a header. A cross-origin header triggers a preflight
 * that the back end must allow.
 *
 * @param urls a string is a URL, absolute or relative to the page: same origin, path beginning with it; an expression
 * is tried on the absolute URL
 */
export function chatRequestUrls(
  urls: readonly (string | RegExp)[],
  { asks = ({ method }) => method === 'POST' }: ChatRequestUrlsOptions = {},
): ChatRequests {
  return { subscribe: (begin, report) => propagateRequests(listedUrls(urls), asks, begin, report) };
}
