import type { ChatRequests, RequestCall } from '../public/chat-requests.ts';
import { chatCaller } from './chat-call.ts';
import { listedUrls } from './listed-url.ts';
import { wrapFetch } from './wrap-fetch.ts';
import { wrapXhr } from './wrap-xhr.ts';

/** Options of {@link chatRequestUrls}. */
export interface ChatRequestUrlsOptions {
  /**
   * Whether a request asks something, so that a turn waits for its answer. Needed when the chat backend takes other
   * requests at the same URLs. An exception counts as no.
   * @default every POST
   */
  asks?: (request: RequestCall) => boolean;
}

/**
 * The chat's requests by the URLs of its chat backend: `fetch` and `XMLHttpRequest` calls to them are made in the turn's
 * context and carry its trace headers. No other URL ever gets a header. A cross-origin header triggers a preflight,
 * which the chat backend must allow.
 *
 * @param urls a string is a URL, absolute or relative to the page: it stands for its origin and every path that begins
 * with its path; a regular expression is tested on the absolute URL
 */
export function chatRequestUrls(
  urls: readonly (string | RegExp)[],
  { asks = ({ method }) => method === 'POST' }: ChatRequestUrlsOptions = {},
): ChatRequests {
  const listed = listedUrls(urls);
  return {
    subscribe(begin, report) {
      const call = chatCaller({ listed, asks, begin, report });
      const restores = [wrapFetch(call), wrapXhr(call, listed, begin)];
      return () => {
        for (const restore of restores) restore();
      };
    },
  };
}
