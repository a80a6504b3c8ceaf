import type { ChatRequests } from './chat-requests.ts';
import { listedUrls } from './listed-url.ts';
import { propagateRequests } from './propagate-requests.ts';

/**
 * The chat's requests by the URLs of its back end: `fetch` and `XMLHttpRequest` calls to them are made in the turn's
 * context and carry its trace headers. No other URL ever gets a header. A cross-origin header triggers a preflight
 * that the back end must allow.
 *
 * @param urls a string is a URL, absolute or relative to the page: same origin, path beginning with it; an expression
 * is tried on the absolute URL
 */
export function chatRequestUrls(urls: readonly (string | RegExp)[]): ChatRequests {
  return { subscribe: (begin, report) => propagateRequests(listedUrls(urls), begin, report) };
}
