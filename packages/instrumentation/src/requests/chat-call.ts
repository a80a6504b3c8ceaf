import type { Context } from '@opentelemetry/api';
import { context, SpanKind, trace } from '@opentelemetry/api';
import { callHook, errorType } from '../guard/guard.ts';
import { now } from '../page/clock.ts';
import { isNative } from '../page/is-native.ts';
import type { BeginRequest, RequestCall } from '../public/chat-requests.ts';
import type { ReportProblem } from '../public/problems.ts';
import type { FoundRequest } from './found-request.ts';
import { toMethod } from './found-request.ts';
import type { HeaderPolicy } from './header-policy.ts';
import type { ListedUrl } from './listed-url.ts';
import type { PlacedRequest } from './placed-request.ts';
import { requestBegins } from './response-end.ts';
import { isTelemetry, isTracingSuppressed } from './telemetry-request.ts';
import { headersOf } from './trace-headers.ts';

/** A call of the page that makes a request. */
export interface PageCall {
  readonly original: (...args: unknown[]) => unknown;
  readonly self: unknown;
  readonly args: unknown[];
  /** Whether another script wrapped the function before us: it acts further in, where we do not see it. */
  readonly isWrappedBefore: boolean;
  /** Reads what is requested. */
  find(): FoundRequest;
  /** The call's arguments with the headers of the request that are missing. */
  prepare(request: PlacedRequest): unknown[];
  /** Tells the turn how a request goes. */
  follow(result: unknown, request: PlacedRequest): void;
}

/** Makes the page's call: in the chat's context when its URL is listed, and as it is otherwise. */
export type ChatCaller = (call: PageCall) => unknown;

/** What a call is judged by. */
export interface ChatCallerParts {
  readonly listed: ListedUrl;
  readonly asks: (request: RequestCall) => boolean;
  readonly policy: HeaderPolicy;
  readonly begin: BeginRequest;
  readonly report: ReportProblem;
}

interface PlacedCall {
  readonly request: PlacedRequest;
  readonly context: Context;
}

/** A caller that never throws anything but what the page's own call throws. */
export function chatCaller({ listed, asks, policy, begin, report }: ChatCallerParts): ChatCaller {
  const place = ({ find, original, isWrappedBefore }: PageCall): PlacedCall | undefined => {
    const found = find();
    const url = found.url === undefined ? undefined : listed(`${found.url}`);
    if (url === undefined) return undefined;
    const { body } = found;
    if (isTelemetry(url, found)) {
      report('telemetry_url_listed', new URL(url).origin);
      return undefined;
    }
    if (found.isSuppressed || isTracingSuppressed()) return undefined;
    const method = toMethod(found.method);
    const isQuestion = callHook(report, 'asks', () => asks({ method, url, body })) === true;
    const begun = begin(isQuestion);
    if (!begun) return undefined;
    warnOfOrder(begun.context, report);
    const headers = policy.allows(url, isWrappedBefore) ? Object.entries(headersOf(begun.context)) : [];
    let isOther = false;
    const request: PlacedRequest = {
      url,
      method,
      body,
      work: begun.work,
      begun: requestBegins(url),
      traceId: trace.getSpanContext(begun.context)?.traceId,
      headers: new Map(headers.map(([name, value]) => [name.toLowerCase(), value])),
      hasHeaders: false,
      isForeign: !isNative(original),
      onOtherTrace(other) {
        if (isOther) return;
        isOther = true;
        report('foreign_traceparent', new URL(url).origin);
        begun.work?.linkTo(other);
      },
    };
    return { request, context: begun.context };
  };

  return (call) => {
    const { original, self, args } = call;
    // Not the messages of what is thrown, which may quote the URL.
    const attemptTracing = <T>(work: () => T): T | undefined => {
      try {
        return work();
      } catch (error) {
        report('request_not_traced', errorType(error));
        return undefined;
      }
    };
    const placed = attemptTracing(() => place(call));
    if (!placed) return Reflect.apply(original, self, args);
    const { request } = placed;
    const passed = attemptTracing(() => call.prepare(request)) ?? args;
    let result: unknown;
    try {
      result = context.with(placed.context, () => Reflect.apply(original, self, passed));
    } catch (error) {
      request.work?.end(now(), { error: errorType(error) });
      throw error;
    }
    attemptTracing(() => call.follow(result, request));
    return result;
  };
}

/** Inside the wrapper of another instrumentation its span is active, in another trace. */
function warnOfOrder(request: Context, report: ReportProblem): void {
  const active = trace.getActiveSpan() as { kind?: SpanKind; spanContext(): { traceId: string } } | undefined;
  if (active?.kind !== SpanKind.CLIENT) return;
  const { traceId } = active.spanContext();
  if (traceId !== trace.getSpanContext(request)?.traceId) report('wrong_order', 'fetch or XMLHttpRequest');
}
