import { tapMethod } from '../page/tap-method.ts';
import type { ReportProblem } from '../public/problems.ts';
import type { ChatCaller } from './chat-call.ts';
import { givenHeader, withMoreHeaders } from './fetch-headers.ts';
import { followFetch } from './follow-fetch.ts';
import { isTracedByDatadog } from './foreign-trace.ts';
import type { WrappedMethods } from './wrapped-methods.ts';
import { wrappedMethods } from './wrapped-methods.ts';

/** Wraps `fetch`. */
export function wrapFetch(call: ChatCaller, report: ReportProblem): WrappedMethods {
  const around = (
    original: (...args: unknown[]) => unknown,
    self: unknown,
    args: unknown[],
    generation: object | undefined,
  ): unknown => {
    const [input, init] = args as [RequestInfo | URL, RequestInit | undefined];
    return call({
      original,
      self,
      args,
      isStale: generation === undefined,
      find() {
        const { url = `${input}`, method } = input as Partial<Request>;
        return { url, method: init?.method ?? method, body: init?.body };
      },
      foreignTraceparent: (url) =>
        givenHeader(input, init, 'traceparent') ?? (isTracedByDatadog(url) ? '' : undefined),
      addHeaders: (headers) => withMoreHeaders(args, headers),
      follow: (result, followed) => followFetch(result as Promise<Response>, followed),
    });
  };
  return wrappedMethods({ fetch: tapMethod(globalThis, 'fetch', around) }, report);
}
