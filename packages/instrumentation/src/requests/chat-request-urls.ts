import type { NotTapped, Tap } from '../page/tap-method.ts';
import { runAfterCurrentCode } from '../page/timer.ts';
import { watchChanges } from '../page/watch-changes.ts';
import type { BeginRequest, ChatRequests, RequestCall } from '../public/chat-requests.ts';
import { chatCaller } from './chat-call.ts';
import { createHeaderPolicy } from './header-policy.ts';
import { listedUrls } from './listed-url.ts';
import { createPendingRequests } from './pending-requests.ts';
import type { PlacedRequest } from './placed-request.ts';
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
   * Listed URLs of other origins that get trace headers, too. The chat backend must allow them first: see "Requests" in
   * the README. As the option of OpenTelemetry's `fetch` instrumentation.
   * @default [] (the page's own origin alone)
   */
  propagateTraceHeaderCorsUrls?: string | RegExp | readonly (string | RegExp)[];
}

/**
 * The chat's requests by the URLs of its chat backend: `fetch` and `XMLHttpRequest` calls to them are made in the turn's
 * context, and tell the turn's timing. Those to the page's own origin carry the turn's trace headers; others only where
 * `propagateTraceHeaderCorsUrls` says so. No URL that is not listed ever gets a header.
 *
 * @param urls a string is a URL, absolute or relative to the page: it stands for its origin and every path that begins
 * with its path; a regular expression is tested on the absolute URL
 */
export function chatRequestUrls(
  urls: readonly (string | RegExp)[],
  {
    asks = ({ method }) => method === 'POST',
    propagateTraceHeaderCorsUrls = [],
  }: ChatRequestUrlsOptions = {},
): ChatRequests {
  const listed = listedUrls(urls);
  const isCrossOriginAllowed = listedUrls([propagateTraceHeaderCorsUrls].flat());
  // Until the next page, also when the instrumentation is disabled and enabled.
  const failedOrigins = new Set<string>();
  return {
    subscribe(begin, report, beforeChatEvents) {
      const taps: Tap[] = [];
      let isOn = true;
      const renew = (): void => {
        if (isOn) for (const tap of taps) tap.renew();
      };
      const beginRequest: BeginRequest = (isQuestion) => {
        renew();
        return begin(isQuestion);
      };
      const policy = createHeaderPolicy(isCrossOriginAllowed, failedOrigins, report);
      const call = chatCaller({ listed, asks, policy, report, begin: beginRequest });
      const parts = {
        call,
        listed,
        pending: createPendingRequests<PlacedRequest>(),
        onFailed: policy.failed,
      };
      const wrapped: Record<string, Tap | NotTapped> = {
        fetch: wrapFetch(parts),
        ...wrapXhr(parts, beginRequest),
      };
      for (const [name, tap] of Object.entries(wrapped)) {
        if (tap === 'refused') report('cannot_wrap', name);
        else if (typeof tap === 'object') taps.push(tap);
      }

      // Instrumentations that the page constructs together with this one.
      runAfterCurrentCode(renew);
      beforeChatEvents(renew);
      const stopWatching = watchChanges(renew);
      return () => {
        isOn = false;
        stopWatching();
        for (const tap of taps) tap.remove();
      };
    },
  };
}
