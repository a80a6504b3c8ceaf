import { context, SpanKind, trace } from '@opentelemetry/api';
import { callHook, errorType } from '../guard/guard.ts';
import { now } from '../page/clock.ts';
import type { BeginRequest, ChatRequest, RequestCall } from '../public/chat-requests.ts';
import type { ReportProblem } from '../public/problems.ts';
import type { TurnWork } from '../public/turn.ts';
import { spanOfTraceparent } from './foreign-trace.ts';
import type { FoundRequest } from './found-request.ts';
import type { HeaderPolicy } from './header-policy.ts';
import type { ListedUrl } from './listed-url.ts';
import type { OpenRequests } from './open-requests.ts';
import { openRequests } from './open-requests.ts';
import type { BegunRequest } from './response-end.ts';
import { requestBegins } from './response-end.ts';
import { isTelemetryRequest, isTracingSuppressed } from './telemetry-request.ts';
import { headersOf } from './trace-headers.ts';

/** A call of the page that makes a request. */
export interface PageCall {
  readonly original: (...args: unknown[]) => unknown;
  readonly self: unknown;
  readonly args: unknown[];
  /** Whether the page called through a function that it has replaced since: the call may be the rest of another one. */
  readonly isStale: boolean;
  /** Reads what is requested. */
  find(): FoundRequest;
  /** The `traceparent` that is there already, or that another tracer is going to add. */
  foreignTraceparent(url: string): string | undefined;
  /** The call's arguments with these headers. */
  addHeaders(headers: Readonly<Record<string, string>>): unknown[];
  /** Called before the request is sent. */
  beforeCall?(request: FollowedRequest): void;
  /** Tells how the request went, and returns what the page gets. */
  follow(result: unknown, request: FollowedRequest): unknown;
}

/** A request of the chat that has been sent. */
export interface FollowedRequest {
  /** Absent when no turn waits for it. */
  readonly work: TurnWork | undefined;
  readonly begun: BegunRequest | undefined;
  /** As passed to the original. */
  readonly args: unknown[];
  /** It failed before an answer, and not because the page aborted it. */
  onFailed(): void;
  /** It was answered, or has failed. */
  onSettled(): void;
}

/** Makes the page's call: in the chat's context when its URL is listed, and as it is otherwise. */
export type ChatCaller = (call: PageCall) => unknown;

/** What a call is judged by. */
export interface ChatCallerParts {
  readonly listed: ListedUrl;
  readonly asks: (request: RequestCall) => boolean;
  readonly begin: BeginRequest;
  readonly policy: HeaderPolicy;
  readonly report: ReportProblem;
}

interface PlacedCall {
  readonly request: ChatRequest;
  readonly url: string;
  readonly method: string;
  readonly begun: BegunRequest | undefined;
  readonly args: unknown[];
  readonly hasHeaders: boolean;
}

export function chatCaller({ listed, asks, begin, policy, report }: ChatCallerParts): ChatCaller {
  const open: OpenRequests = openRequests();

  const headersFor = (call: PageCall, url: string, request: ChatRequest) => {
    if (!policy.allows(url)) return undefined;
    const foreign = call.foreignTraceparent(url);
    if (foreign === undefined) return headersOf(request.context);
    const span = spanOfTraceparent(foreign);
    if (span) request.work?.linkTo(span);
    report('foreign_traceparent', new URL(url).origin);
    return undefined;
  };
  const place = (call: PageCall): PlacedCall | undefined => {
    if (isTracingSuppressed()) return undefined;
    const found = call.find();
    const url = found.url === undefined ? undefined : listed(`${found.url}`);
    if (url === undefined) return undefined;
    if (isTelemetryRequest({ ...found, url })) {
      report('telemetry_url_listed', new URL(url).origin);
      return undefined;
    }
    const method = `${found.method ?? 'GET'}`.toUpperCase();
    // A `fetch` that is made of an `XMLHttpRequest`, or a wrapper that calls on later: one request is one.
    if (open.includes(url, method, call.isStale)) return undefined;
    const isQuestion = callHook(report, 'asks', () => asks({ method, url, body: found.body })) === true;
    const request = begin(isQuestion);
    if (!request) return undefined;
    const begun = requestBegins(url);
    warnOfOrder(request, report);
    const headers = headersFor(call, url, request);
    const args = headers ? call.addHeaders(headers) : call.args;
    return { request, url, method, begun, args, hasHeaders: headers !== undefined };
  };

  return (call) => {
    const { original, self } = call;
    let placed: PlacedCall | undefined;
    try {
      placed = place(call);
    } catch (error) {
      // Not its message, which may quote the URL.
      report('request_not_traced', errorType(error));
    }
    if (!placed) return Reflect.apply(original, self, call.args);
    const { request, url, method, begun, args, hasHeaders } = placed;
    const { work } = request;
    const opened = open.add(url, method);
    const followed = {
      work,
      begun,
      args,
      onFailed: () => {
        if (hasHeaders) policy.failed(url);
      },
      onSettled: () => opened.close(),
    };
    call.beforeCall?.(followed);
    try {
      const result = context.with(request.context, () =>
        opened.during(() => Reflect.apply(original, self, args)),
      );
      return call.follow(result, followed);
    } catch (error) {
      opened.close();
      work?.end(now(), { error: errorType(error) });
      throw error;
    }
  };
}

/** Inside the wrapper of another instrumentation its span is active, in another trace. */
function warnOfOrder(request: ChatRequest, report: ReportProblem): void {
  const active = trace.getActiveSpan() as { kind?: SpanKind; spanContext(): { traceId: string } } | undefined;
  if (active?.kind !== SpanKind.CLIENT) return;
  const { traceId } = active.spanContext();
  if (traceId !== trace.getSpanContext(request.context)?.traceId)
    report('wrong_order', 'fetch or XMLHttpRequest');
}
