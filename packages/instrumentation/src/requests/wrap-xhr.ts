import { context } from '@opentelemetry/api';
import { attempt } from '../guard/guard.ts';
import { tapMethod } from '../page/tap-method.ts';
import type { BeginRequest } from '../public/chat-requests.ts';
import type { ReportProblem } from '../public/problems.ts';
import type { ChatCaller } from './chat-call.ts';
import { followXhr } from './follow-xhr.ts';
import type { FoundRequest } from './found-request.ts';
import type { ListedUrl } from './listed-url.ts';
import { isTelemetryRequest, isTracingSuppressed } from './telemetry-request.ts';
import type { WrappedMethods } from './wrapped-methods.ts';
import { wrappedMethods } from './wrapped-methods.ts';

/** An `XMLHttpRequest` that was opened with a listed URL. */
interface OpenedRequest extends FoundRequest {
  /** Its headers by name, in lower case, and who set them. */
  readonly headers: Map<string, { readonly value: string; readonly by: 'page' | 'trace' }>;
}

/** What `XMLHttpRequest` is wrapped with. */
export interface XhrParts {
  readonly call: ChatCaller;
  readonly listed: ListedUrl;
  readonly begin: BeginRequest;
  readonly report: ReportProblem;
}

/** Wraps `XMLHttpRequest`. */
export function wrapXhr({ call, listed, begin, report }: XhrParts): WrappedMethods {
  const opened = new WeakMap<object, OpenedRequest>();
  const prototype = (globalThis as Partial<typeof globalThis>).XMLHttpRequest?.prototype ?? {};

  const open = tapMethod(prototype, 'open', (original, self, args) => {
    const [method, address] = args;
    const url = attempt(() => (isTracingSuppressed() ? undefined : listed(`${address}`)));
    const isChat = url !== undefined && !isTelemetryRequest({ url });
    // The span of another instrumentation starts here, not when the request is sent.
    const place = isChat ? attempt(() => begin(false)?.context) : undefined;
    const openIt = () => Reflect.apply(original, self, args);
    const result = place ? context.with(place, openIt) : openIt();
    if (url === undefined) opened.delete(self as object);
    else opened.set(self as object, { method, url, headers: new Map() });
    return result;
  });

  // The browser joins headers that are set twice, and a joined `traceparent` is invalid.
  const setRequestHeader = tapMethod(prototype, 'setRequestHeader', (original, self, args) => {
    const headers = opened.get(self as object)?.headers;
    const name = attempt(() => `${args[0]}`.toLowerCase());
    if (name === undefined || !headers) return Reflect.apply(original, self, args);
    if (headers.get(name)?.by === 'trace') {
      if (name === 'traceparent') report('foreign_traceparent', 'XMLHttpRequest');
      return undefined;
    }
    const result = Reflect.apply(original, self, args);
    headers.set(name, { value: attempt(() => `${args[1]}`) ?? '', by: 'page' });
    return result;
  });

  const send = tapMethod(prototype, 'send', (original, self, args, generation) => {
    const xhr = self as XMLHttpRequest;
    return call({
      original,
      self,
      args,
      isStale: generation === undefined,
      find: () => ({ ...opened.get(xhr), body: args[0] }),
      foreignTraceparent: () => opened.get(xhr)?.headers.get('traceparent')?.value,
      addHeaders(added) {
        const { headers } = opened.get(xhr) as OpenedRequest;
        for (const [name, value] of Object.entries(added)) {
          if (headers.has(name)) continue;
          xhr.setRequestHeader(name, value);
          headers.set(name, { value, by: 'trace' });
        }
        return args;
      },
      follow: (result) => result,
      beforeCall: (followed) => followXhr(xhr, followed),
    });
  });

  return wrappedMethods(
    {
      'XMLHttpRequest.prototype.open': open,
      'XMLHttpRequest.prototype.setRequestHeader': setRequestHeader,
      'XMLHttpRequest.prototype.send': send,
    },
    report,
  );
}
