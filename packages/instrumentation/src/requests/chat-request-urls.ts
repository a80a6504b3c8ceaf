import { watchChanges } from '../page/watch-changes.ts';
import type { ChatRequests, RequestCall } from '../public/chat-requests.ts';
import { chatCaller } from './chat-call.ts';
import { headerPolicy } from './header-policy.ts';
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
  /**
   * URLs of other origins that get trace headers, too: `traceparent`, `tracestate` and `baggage`. Each must allow them in
   * its answer to the preflight (`Access-Control-Allow-Headers`), or the browser refuses the request.
   * @default [] (the page's own origin only)
   */
  propagateTraceHeaderCorsUrls?: readonly (string | RegExp)[];
}

/**
 * The chat's requests by the URLs of its chat backend: a turn waits for the `fetch` and `XMLHttpRequest` calls to them,
 * which are made in the turn's context. Those to the page's own origin carry its trace headers.
 *
 * @param urls a string is a URL, absolute or relative to the page: it stands for its origin and every path that begins
 * with its path; a regular expression is tested on the absolute URL
 */
export function chatRequestUrls(
  urls: readonly (string | RegExp)[],
  { asks = isPost, propagateTraceHeaderCorsUrls = [] }: ChatRequestUrlsOptions = {},
): ChatRequests {
  const listed = listedUrls(urls);
  return {
    subscribe(begin, report, beforeChatEvents) {
      const policy = headerPolicy(listedUrls(propagateTraceHeaderCorsUrls), report);
      const call = chatCaller({ listed, asks, begin, policy, report });
      const wrapped = [wrapFetch(call, report), wrapXhr({ call, listed, begin, report })];
      const renew = () => {
        for (const methods of wrapped) methods.renew();
      };
      beforeChatEvents(renew);
      const stopWatching = watchChanges(renew);
      return () => {
        stopWatching();
        for (const methods of wrapped) methods.remove();
      };
    },
  };
}

function isPost({ method }: RequestCall): boolean {
  return method === 'POST';
}
