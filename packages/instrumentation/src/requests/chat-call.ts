import type { Context } from '@opentelemetry/api';
import { context, SpanKind, trace } from '@opentelemetry/api';
import { callHook, errorType } from '../guard/guard.ts';
import { now } from '../page/clock.ts';
import type { BeginRequest, ChatRequest, RequestCall } from '../public/chat-requests.ts';
import type { ReportProblem } from '../public/problems.ts';
import type { TurnWork } from '../public/turn.ts';
import type { ListedUrl } from './listed-url.ts';
import type { BegunRequest } from './response-end.ts';
import { requestBegins } from './response-end.ts';
import { headersOf } from './trace-headers.ts';

/** A request as the page gave it: its values are strings, or convert to one. */
export interface FoundRequest {
  readonly url?: unknown;
  readonly method?: unknown;
  readonly body?: unknown;
}

/** A call of the page that makes a request. */
export interface PageCall {
  readonly original: (...args: unknown[]) => unknown;
  readonly self: unknown;
  readonly args: unknown[];
  /** Reads what is requested. */
  find(): FoundRequest;
  /** The call's arguments with the trace's headers. */
  prepare(headers: Headers, work: TurnWork | undefined): unknown[];
  /** Tells the turn how a request went, and returns what the page gets. */
  follow?(result: unknown, request: FollowedRequest): unknown;
}

/** A request that a turn waits for. */
export interface FollowedRequest {
  readonly work: TurnWork;
  readonly begun: BegunRequest | undefined;
  /** As passed to the original. */
  readonly args: unknown[];
}

/** Makes the page's call: in the chat's context when its URL is listed, and as it is otherwise. */
export type ChatCaller = (call: PageCall) => unknown;

/** What a call is judged by. */
export interface ChatCallerParts {
  readonly listed: ListedUrl;
  readonly asks: (request: RequestCall) => boolean;
  readonly begin: BeginRequest;
  readonly report: ReportProblem;
}

interface PlacedCall {
  readonly request: ChatRequest;
  readonly begun: BegunRequest | undefined;
  readonly args: unknown[];
}

export function chatCaller({ listed, asks, begin, report }: ChatCallerParts): ChatCaller {
  const place = ({ find, prepare }: PageCall): PlacedCall | undefined => {
    const found = find();
    const url = found.url === undefined ? undefined : listed(`${found.url}`);
    if (url === undefined) return undefined;
    const method = `${found.method ?? 'GET'}`.toUpperCase();
    const isQuestion = callHook(report, 'asks', () => asks({ method, url, body: found.body })) === true;
    const request = begin(isQuestion);
    if (!request) return undefined;
    const begun = requestBegins(url);
    warnOfOrder(request.context, report);
    return { request, begun, args: prepare(new Headers(headersOf(request.context)), request.work) };
  };

  return (call) => {
    const { original, self, args, follow } = call;
    let placed: PlacedCall | undefined;
    try {
      placed = place(call);
    } catch (error) {
      // Not its message, which may quote the URL.
      report('request_not_traced', errorType(error));
    }
    if (!placed) return Reflect.apply(original, self, args);
    const { request, begun, args: passed } = placed;
    const { work } = request;
    try {
      const result = context.with(request.context, () => Reflect.apply(original, self, passed));
      return work && follow ? follow(result, { work, begun, args: passed }) : result;
    } catch (error) {
      work?.end(now(), { error: errorType(error) });
      throw error;
    }
  };
}

/** Inside the wrapper of another instrumentation its span is active, in another trace. */
function warnOfOrder(request: Context, report: ReportProblem): void {
  const active = trace.getActiveSpan() as { kind?: SpanKind; spanContext(): { traceId: string } } | undefined;
  if (active?.kind !== SpanKind.CLIENT) return;
  const { traceId } = active.spanContext();
  if (traceId !== trace.getSpanContext(request)?.traceId) report('wrong_order', 'fetch or XMLHttpRequest');
}
