import { context } from '@opentelemetry/api';
import { attempt } from '../guard/guard.ts';
import { isNative } from '../page/is-native.ts';
import type { PageFunction } from '../page/method-slot.ts';
import type { NotTapped, Tap } from '../page/tap-method.ts';
import { tapMethod } from '../page/tap-method.ts';
import type { BeginRequest } from '../public/chat-requests.ts';
import { followXhr } from './follow-xhr.ts';
import { toMethod } from './found-request.ts';
import type { OpenedRequest } from './opened-request.ts';
import { reportOtherTrace } from './opened-request.ts';
import type { PlacedRequest } from './placed-request.ts';
import { missingHeaders } from './placed-request.ts';
import { isTelemetry, isTracingSuppressed } from './telemetry-request.ts';
import type { WrapperParts } from './wrap-fetch.ts';

/** Wraps `XMLHttpRequest`. Gives each method by its name. */
export function wrapXhr(
  { call, listed, pending, onFailed }: WrapperParts,
  begin: BeginRequest,
): Record<string, Tap | NotTapped> {
  const opened = new WeakMap<object, OpenedRequest>();
  const prototype: Partial<XMLHttpRequest> =
    (globalThis as Partial<typeof globalThis>).XMLHttpRequest?.prototype ?? {};
  const isWrappedBefore = !isNative(prototype.send);

  const watch = (xhr: XMLHttpRequest, request: OpenedRequest): void => {
    opened.set(xhr, request);
    followXhr(xhr, {
      work: () => request.placed?.work,
      isReopened: () => opened.get(xhr) !== request,
      onFailed: () => request.placed?.hasHeaders && onFailed(request.url),
    });
  };
  const open = tapMethod(prototype, 'open', (original, self, args) => {
    const [method, address] = args;
    const url = attempt(() => listed(`${address}`));
    const isSuppressed = attempt(isTracingSuppressed) === true;
    // The span of another instrumentation starts here, not when the request is sent.
    const isChat = url !== undefined && !isSuppressed && !isTelemetry(url, {});
    const place = isChat ? attempt(() => begin(false)?.context) : undefined;
    const openNow = () => Reflect.apply(original, self, args);
    const result = place ? context.with(place, openNow) : openNow();
    if (url === undefined) opened.delete(self as object);
    else
      attempt(() =>
        watch(self as XMLHttpRequest, {
          method,
          url,
          headers: new Map(),
          ours: new Set(),
          isSuppressed,
          isComplete: false,
        }),
      );
    return result;
  });

  const setRequestHeader = tapMethod(prototype, 'setRequestHeader', (original, self, args) => {
    const request = opened.get(self as object);
    const name = attempt(() => `${args[0]}`.toLowerCase());
    if (name === undefined || !request) return Reflect.apply(original, self, args);
    // The browser joins headers that are set twice, and a joined `traceparent` is invalid.
    if (request.ours.has(name)) {
      if (name === 'traceparent') attempt(() => reportOtherTrace(request, `${args[1]}`));
      return undefined;
    }
    const result = Reflect.apply(original, self, args);
    attempt(() => {
      const value = `${args[1]}`;
      const before = request.headers.get(name);
      request.headers.set(name, before === undefined ? value : `${before}, ${value}`);
      if (name === 'traceparent') reportOtherTrace(request, value);
    });
    return result;
  });

  const complete = (xhr: XMLHttpRequest, request: PlacedRequest): void => {
    const sent = opened.get(xhr) as OpenedRequest;
    const { headers, ours } = sent;
    sent.isComplete = true;
    const missing = missingHeaders(request, (name) => headers.get(name));
    // Headers that the page set before cannot be seen.
    if (typeof setRequestHeader !== 'object') return;
    for (const [name, value] of missing) {
      if (value === undefined || headers.has(name)) continue;
      xhr.setRequestHeader(name, value);
      ours.add(name);
    }
  };
  /** A `fetch` of the chat that is implemented on this request. */
  const fetchOf = (request: OpenedRequest, body: unknown): PlacedRequest | undefined =>
    pending.find({
      url: request.url,
      method: toMethod(request.method),
      body: body ?? undefined,
      traceparent: request.headers.get('traceparent'),
    });

  // Functions of the page that replace `send` without calling the one before.
  const last = new WeakSet<PageFunction>();
  const send = tapMethod(
    prototype,
    'send',
    (original, self, args, _generation, isInnermost) => {
      const xhr = self as XMLHttpRequest;
      const request = opened.get(xhr);
      const underWay = request && (request.placed ?? attempt(() => fetchOf(request, args[0])));
      if (!request || underWay) {
        if (underWay) attempt(() => complete(xhr, underWay));
        return Reflect.apply(original, self, args);
      }
      return call({
        original,
        self,
        args,
        isWrappedBefore,
        find: () => ({ ...request, body: args[0], contentType: request.headers.get('content-type') }),
        prepare(placed) {
          request.placed = placed;
          // Further in, other tools have added theirs. A header of an XMLHttpRequest cannot be taken back.
          if (isInnermost || last.has(original)) complete(xhr, placed);
          return args;
        },
        follow() {
          if (!request.isComplete) last.add(original);
        },
      });
    },
    {
      onInner(self, args) {
        const xhr = self as XMLHttpRequest;
        const placed = opened.get(xhr)?.placed;
        if (placed) attempt(() => complete(xhr, placed));
        return args;
      },
    },
  );
  return {
    'XMLHttpRequest.prototype.open': open,
    'XMLHttpRequest.prototype.setRequestHeader': setRequestHeader,
    'XMLHttpRequest.prototype.send': send,
  };
}
