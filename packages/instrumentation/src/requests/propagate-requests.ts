import type { Context } from '@opentelemetry/api';
import { context, SpanKind, trace } from '@opentelemetry/api';
import { attempt, errorType } from '../guard/guard.ts';
import type { Tap } from '../page/tap-method.ts';
import { tapMethod } from '../page/tap-method.ts';
import type { BeginRequest, ChatRequest, RequestCall } from '../public/chat-requests.ts';
import type { ReportProblem } from '../public/problems.ts';
import type { TurnWork } from '../public/turn-work.ts';
import { followFetch } from './follow-fetch.ts';
import { followXhr } from './follow-xhr.ts';
import type { ListedUrl } from './listed-url.ts';
import type { BegunRequest } from './response-end.ts';
import { requestBegins } from './response-end.ts';
import { headersOf } from './trace-headers.ts';

/** As the page gave them: strings, or what becomes one. */
interface FoundRequest {
  readonly url?: unknown;
  readonly method?: unknown;
  readonly body?: unknown;
}

/** A listed XMLHttpRequest that was opened. */
interface OpenedRequest extends FoundRequest {
  /** Names of its headers, in small letters: whether they are the trace's. */
  readonly names: Map<string | undefined, boolean>;
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
    find: () => FoundRequest,
    prepare: (headers: Headers, work: TurnWork | undefined) => unknown[],
    follow?: typeof followFetch,
  ): unknown => {
    let request: ChatRequest | undefined;
    let passed = args;
    let begun: BegunRequest | undefined;
    try {
      const found = find();
      const url = found.url !== undefined && listed(`${found.url}`);
      if (url) {
        const method = `${found.method ?? 'GET'}`.toUpperCase();
        request = begin(attempt(() => asks({ method, url, body: found.body })) === true);
        if (request) {
          begun = requestBegins(url);
          warnOfOrder(request.context, report);
          passed = prepare(new Headers(headersOf(request.context)), request.work);
        }
      }
    } catch (error) {
      // Its message may quote the URL.
      report('request_not_traced', errorType(error));
    }
    if (!request) return Reflect.apply(original, self, args);
    const { work } = request;
    try {
      const result = context.with(request.context, () => Reflect.apply(original, self, passed));
      return work && follow
        ? follow(result as Promise<Response>, work, begun, passed.at(-1) as RequestInit)
        : result;
    } catch (error) {
      work?.end(Date.now(), { error: errorType(error) });
      throw error;
    }
  };

  const opened = new WeakMap<object, OpenedRequest | undefined>();
  const { prototype = {} }: { prototype?: object } =
    (globalThis as Partial<typeof globalThis>).XMLHttpRequest ?? {};
  const taps: (Tap | null | undefined)[] = [
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
        (headers) => withHeaders(input, init, headers),
        followFetch,
      );
    }),
    tapMethod(prototype, 'open', (original, self, args) => {
      const url = attempt(() => listed(`${args[1]}`));
      // Another instrumentation's span begins here, and not when it is sent.
      const place = url && attempt(() => begin(false)?.context);
      const open = () => Reflect.apply(original, self, args);
      const result = place ? context.with(place, open) : open();
      opened.set(self as object, url ? { method: args[0], url, names: new Map() } : undefined);
      return result;
    }),
    // What is set twice is joined, and a trace parent that is joined is none.
    tapMethod(prototype, 'setRequestHeader', (original, self, args) => {
      const names = opened.get(self as object)?.names;
      const name = attempt(() => `${args[0]}`.toLowerCase());
      if (names?.get(name)) return undefined;
      const result = Reflect.apply(original, self, args);
      names?.set(name, false);
      return result;
    }),
    tapMethod(prototype, 'send', (original, xhr, args) =>
      call(
        original,
        xhr,
        args,
        () => ({ ...opened.get(xhr as object), body: args[0] }),
        (headers, work) => {
          const { names } = opened.get(xhr as object) as OpenedRequest;
          for (const [name, value] of headers) {
            if (names.has(name)) continue;
            (xhr as XMLHttpRequest).setRequestHeader(name, value);
            names.set(name, true);
          }
          if (work) followXhr(xhr as XMLHttpRequest, work);
          return args;
        },
      ),
    ),
  ];
  return () => {
    for (const tap of taps) tap?.remove();
  };
}

/** The call's arguments with the trace's headers; the page's own objects stay as they are. */
function withHeaders(input: RequestInfo | URL, init: RequestInit | undefined, added: Headers): unknown[] {
  // Options with getters of their own, such as a Request: a copy by spreading would lose them.
  const isPlain = !init || Object.getPrototypeOf(init) === Object.prototype;
  // A Request that is given with options loses its referrer: https://fetch.spec.whatwg.org/#dom-request
  const isWhole = isPlain && !(input as Partial<Request>).url;
  const request = isWhole ? undefined : new Request(input, init);
  const headers = request?.headers ?? new Headers(init?.headers);
  for (const [name, value] of added) headers.set(name, value);
  return request ? [request] : [input, { ...init, headers }];
}

/** Inside another instrumentation's wrapper its span is active already, in a trace of its own. */
function warnOfOrder(request: Context, report: ReportProblem): void {
  const active = trace.getActiveSpan() as { kind?: SpanKind; spanContext(): { traceId: string } } | undefined;
  if (active?.kind !== SpanKind.CLIENT) return;
  const isOther = active.spanContext().traceId !== trace.getSpanContext(request)?.traceId;
  if (isOther) report('wrong_order', 'fetch or XMLHttpRequest');
}
