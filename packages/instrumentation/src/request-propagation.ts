import type { Context } from '@opentelemetry/api';
import { context, SpanKind, trace } from '@opentelemetry/api';
import type { IsListed } from './listed-url.ts';
import { watchResponseEnd } from './response-end.ts';
import type { ReportProblem } from './sources/chat-event-source.ts';
import type { Tap } from './tap-method.ts';
import { tapMethod } from './tap-method.ts';
import { headersOf } from './trace-headers.ts';
import type { TurnWork } from './turn.ts';

/** A request of the chat: where it belongs, and what is told of it. */
export interface ChatRequest {
  readonly context: Context;
  /** Absent for a request that no turn waits for. */
  readonly work: TurnWork | undefined;
}

/** Asks for the place of a request to a listed URL; `undefined` leaves it as it is. */
export type BeginRequest = (method: string) => ChatRequest | undefined;

/** Wraps `fetch` and `XMLHttpRequest` for listed URLs. Returns what puts the originals back. */
export function propagateRequests(
  isListed: IsListed,
  begin: BeginRequest,
  report: ReportProblem,
): () => void {
  const taps: (Tap | undefined)[] = [];
  if (typeof fetch === 'function') taps.push(tapFetch(isListed, begin, report));
  if (typeof XMLHttpRequest === 'function') taps.push(...tapXhr(isListed, begin, report));
  return () => {
    for (const tap of taps) tap?.remove();
  };
}

function tapFetch(isListed: IsListed, begin: BeginRequest, report: ReportProblem): Tap | undefined {
  return tapMethod(globalThis, 'fetch', (original, self, args) => {
    const prepared = prepare();
    if (!prepared) return Reflect.apply(original, self, args);
    const { request, url, args: traced } = prepared;
    const result = context.with(request.context, () =>
      Reflect.apply(original, self, traced),
    ) as Promise<Response>;
    return request.work ? follow(result, url, request.work) : result;

    function prepare() {
      try {
        const [input, init] = args as [RequestInfo | URL, RequestInit | undefined];
        const isRequest = input instanceof Request;
        const url = new URL(isRequest ? input.url : String(input), document.baseURI).href;
        if (!isListed(url)) return undefined;
        const request = begin((init?.method ?? (isRequest ? input.method : 'GET')).toUpperCase());
        if (!request) return undefined;
        warnOfOrder(request.context, report);
        return { request, url, args: withHeaders(input, init, request.context) };
      } catch (error) {
        report('request', `a request of the chat carries no trace headers: ${error}`);
        return undefined;
      }
    }
  });
}

/** The call's arguments with the trace's headers; the page's own objects stay as they are. */
function withHeaders(input: RequestInfo | URL, init: RequestInit | undefined, from: Context): unknown[] {
  const added = Object.entries(headersOf(from));
  if (
    init !== undefined &&
    init !== null &&
    ![Object.prototype, null].includes(Object.getPrototypeOf(init))
  ) {
    // Options with getters of their own, such as a Request: a copy by spreading would lose them.
    const request = new Request(input, init);
    for (const [name, value] of added) request.headers.set(name, value);
    return [request];
  }
  const headers = new Headers(init?.headers ?? (input instanceof Request ? input.headers : undefined));
  for (const [name, value] of added) headers.set(name, value);
  return [input, { ...init, headers }];
}

/** The page gets a promise that settles as the original does, an unhandled rejection included. */
function follow(result: Promise<Response>, url: string, work: TurnWork): Promise<Response> {
  const startedAt = performance.now();
  let headersAt: number | undefined;
  let error: string | undefined;
  const end = watchResponseEnd(
    url,
    startedAt,
    () => headersAt,
    ({ at, aborted }) => work.end(at, { error, cancelled: aborted && error === undefined }),
  );
  return result.then(
    (response) => {
      headersAt = performance.now();
      work.firstByte(Date.now());
      if (response.status >= 400) error = String(response.status);
      end?.check();
      return response;
    },
    (reason: unknown) => {
      end?.stop();
      const name = reason instanceof Error || reason instanceof DOMException ? reason.name : '_OTHER';
      work.end(Date.now(), name === 'AbortError' ? { cancelled: true } : { error: name });
      throw reason;
    },
  );
}

function tapXhr(isListed: IsListed, begin: BeginRequest, report: ReportProblem): (Tap | undefined)[] {
  const opened = new WeakMap<XMLHttpRequest, { method: string; url: string }>();
  const open = tapMethod(XMLHttpRequest.prototype, 'open', (original, self, args) => {
    try {
      opened.set(self as XMLHttpRequest, { method: String(args[0]).toUpperCase(), url: String(args[1]) });
    } catch (error) {
      report('request', `a request of the chat cannot be seen: ${error}`);
    }
    return Reflect.apply(original, self, args);
  });
  const send = tapMethod(XMLHttpRequest.prototype, 'send', (original, self, args) => {
    const request = prepare(self as XMLHttpRequest);
    if (!request) return Reflect.apply(original, self, args);
    return context.with(request.context, () => Reflect.apply(original, self, args));
  });
  return [send, open];

  function prepare(xhr: XMLHttpRequest): ChatRequest | undefined {
    try {
      const call = opened.get(xhr);
      if (!call || !isListed(call.url)) return undefined;
      const request = begin(call.method);
      if (!request) return undefined;
      warnOfOrder(request.context, report);
      for (const [name, value] of Object.entries(headersOf(request.context)))
        xhr.setRequestHeader(name, value);
      if (request.work) followXhr(xhr, request.work);
      return request;
    } catch (error) {
      report('request', `a request of the chat carries no trace headers: ${error}`);
      return undefined;
    }
  }
}

function followXhr(xhr: XMLHttpRequest, work: TurnWork): void {
  let failure: string | undefined;
  let cancelled = false;
  xhr.addEventListener('readystatechange', () => {
    if (xhr.readyState === XMLHttpRequest.HEADERS_RECEIVED) work.firstByte(Date.now());
  });
  xhr.addEventListener('error', () => {
    failure = 'error';
  });
  xhr.addEventListener('timeout', () => {
    failure = 'timeout';
  });
  xhr.addEventListener('abort', () => {
    cancelled = true;
  });
  xhr.addEventListener(
    'loadend',
    () => {
      const error = failure ?? (xhr.status >= 400 ? String(xhr.status) : undefined);
      work.end(Date.now(), { error, cancelled });
    },
    { once: true },
  );
}

/** Inside another instrumentation's wrapper its span is active already, in a trace of its own. */
function warnOfOrder(request: Context, report: ReportProblem): void {
  const active = trace.getActiveSpan() as { kind?: SpanKind; spanContext(): { traceId: string } } | undefined;
  const other =
    active?.kind === SpanKind.CLIENT &&
    active.spanContext().traceId !== trace.getSpanContext(request)?.traceId;
  if (other)
    report(
      'order',
      'register the shopping chat instrumentation after those of fetch and XMLHttpRequest: their span is not a child of the turn',
    );
}
