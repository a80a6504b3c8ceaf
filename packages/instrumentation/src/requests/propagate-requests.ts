import type { Context } from '@opentelemetry/api';
import { context, SpanKind, trace } from '@opentelemetry/api';
import { attempt } from '../attempt.ts';
import { errorType } from '../error-type.ts';
import type { ReportProblem } from '../report-once.ts';
import type { Tap } from '../tap-method.ts';
import { tapMethod } from '../tap-method.ts';
import { headersOf } from '../trace-headers.ts';
import type { TurnWork } from '../turn.ts';
import type { BeginRequest, ChatRequest, RequestCall } from './chat-requests.ts';
import { followFetch } from './follow-fetch.ts';
import { followXhr } from './follow-xhr.ts';
import type { ListedUrl } from './listed-url.ts';
import type { BegunRequest } from './response-end.ts';
import { requestBegins } from './response-end.ts';

/** As the page gave them: strings, or what becomes one. */
interface FoundRequest {
  readonly url: unknown;
  readonly method: unknown;
  readonly body?: unknown;
}

/** Wraps `fetch` and `XMLHttpRequest` for listed URLs. Returns what puts the originals back. */
export function propagateRequests(
  listed: ListedUrl,
  asks: (request: RequestCall) => boolean,
  begin: BeginRequest,
  report: ReportProblem,
): () => void {
  /** Calls the original in the chat's context after `prepare`; as it was called, when the chat has no part in it. */
  const call = (
    original: (...args: unknown[]) => unknown,
    self: unknown,
    args: unknown[],
    find: () => FoundRequest | undefined,
    prepare: (request: ChatRequest, headers: Record<string, string>) => unknown[],
    follow: (result: unknown, work: TurnWork, begun: BegunRequest | undefined) => unknown,
  ): unknown => {
    let request: ChatRequest | undefined;
    let passed = args;
    let url: string | undefined;
    try {
      const found = find();
      url = found && listed(`${found.url}`);
      if (found && url !== undefined) {
        const method = `${found.method ?? 'GET'}`.toUpperCase();
        request = begin(attempt(() => asks({ method, url: url as string, body: found.body })) === true);
      }
      if (request) {
        warnOfOrder(request.context, report);
        passed = prepare(request, headersOf(request.context));
      }
    } catch (error) {
      report('request_not_traced', `${error}`);
    }
    if (!request || url === undefined) return Reflect.apply(original, self, args);
    const { work } = request;
    const begun = requestBegins(url);
    try {
      const result = context.with(request.context, () => Reflect.apply(original, self, passed));
      return work ? follow(result, work, begun) : result;
    } catch (error) {
      work?.end(Date.now(), { error: errorType(error) });
      throw error;
    }
  };

  const opened = new WeakMap<object, FoundRequest>();
  const taps: (Tap | undefined)[] = [
    tapMethod(globalThis, 'fetch', (original, self, args) => {
      const [input, init] = args as [RequestInfo | URL, RequestInit | undefined];
      return call(
        original,
        self,
        args,
        () => {
          const { url = `${input}`, method } = input as Partial<Request>;
          return { url, method: init?.method ?? method, body: init?.body };
        },
        (_, headers) => withHeaders(input, init, headers),
        (result, work, begun) => followFetch(result as Promise<Response>, begun, work),
      );
    }),
  ];
  if (typeof XMLHttpRequest === 'function') {
    taps.push(
      tapMethod(XMLHttpRequest.prototype, 'open', (original, self, args) => {
        const result = Reflect.apply(original, self, args);
        opened.set(self as object, { method: args[0], url: args[1] });
        return result;
      }),
      tapMethod(XMLHttpRequest.prototype, 'send', (original, self, args) => {
        const xhr = self as XMLHttpRequest;
        return call(
          original,
          self,
          args,
          () => {
            const found = opened.get(xhr);
            return found && { ...found, body: args[0] };
          },
          ({ work }, headers) => {
            for (const name of Object.keys(headers)) xhr.setRequestHeader(name, headers[name] as string);
            if (work) followXhr(xhr, work);
            return args;
          },
          (result) => result,
        );
      }),
    );
  }
  return () => {
    for (const tap of taps) tap?.remove();
  };
}

/** The call's arguments with the trace's headers; the page's own objects stay as they are. */
function withHeaders(
  input: RequestInfo | URL,
  init: RequestInit | undefined,
  added: Record<string, string>,
): unknown[] {
  // Options with getters of their own, such as a Request: a copy by spreading would lose them.
  const isPlain =
    !init || Object.getPrototypeOf(init) === Object.prototype || Object.getPrototypeOf(init) === null;
  const request = isPlain ? undefined : new Request(input, init);
  const headers = request?.headers ?? new Headers(init?.headers ?? (input as Partial<Request>).headers);
  for (const name of Object.keys(added)) headers.set(name, added[name] as string);
  return request ? [request] : [input, { ...init, headers }];
}

/** Inside another instrumentation's wrapper its span is active already, in a trace of its own. */
function warnOfOrder(request: Context, report: ReportProblem): void {
  const active = trace.getActiveSpan() as { kind?: SpanKind; spanContext(): { traceId: string } } | undefined;
  if (active?.kind !== SpanKind.CLIENT) return;
  const { traceId } = active.spanContext();
  if (traceId !== trace.getSpanContext(request)?.traceId) report('wrong_order', 'fetch or XMLHttpRequest');
}
