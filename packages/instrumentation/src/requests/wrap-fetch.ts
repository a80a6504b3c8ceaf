import { attempt } from '../guard/guard.ts';
import { isNative } from '../page/is-native.ts';
import type { NotTapped, Tap } from '../page/tap-method.ts';
import { tapMethod } from '../page/tap-method.ts';
import type { ChatCaller } from './chat-call.ts';
import { editFetch, readFetch, readFetchHeader } from './fetch-arguments.ts';
import { followFetch } from './follow-fetch.ts';
import { toMethod } from './found-request.ts';
import type { ListedUrl } from './listed-url.ts';
import type { PendingRequests } from './pending-requests.ts';
import type { PlacedRequest } from './placed-request.ts';
import { missingHeaders } from './placed-request.ts';

/** What the wrappers of `fetch` and `XMLHttpRequest` work with. */
export interface WrapperParts {
  readonly call: ChatCaller;
  readonly listed: ListedUrl;
  readonly pending: PendingRequests<PlacedRequest>;
  /** A request with our headers failed without an answer. */
  readonly onFailed: (url: string) => void;
}

/** Wraps `fetch`. */
export function wrapFetch({ call, listed, pending, onFailed }: WrapperParts): Tap | NotTapped {
  const complete = (request: PlacedRequest, args: unknown[]): unknown[] =>
    editFetch(
      args,
      missingHeaders(request, (name) => readFetchHeader(args, name)),
    );
  /** The request that this call goes on with, where an interceptor makes it. */
  const underWay = (args: unknown[]): PlacedRequest | undefined =>
    attempt(() => {
      const { url, method, body } = readFetch(args);
      const traceparent = readFetchHeader(args, 'traceparent');
      return pending.find({ url: listed(`${url}`) ?? '', method: toMethod(method), body, traceparent });
    });
  const goOn = (args: unknown[]): unknown[] => {
    const request = underWay(args);
    return (request && attempt(() => complete(request, args))) ?? args;
  };
  const isWrappedBefore = !isNative(globalThis.fetch);
  return tapMethod(
    globalThis,
    'fetch',
    (original, self, args, generation) => {
      if (generation === undefined && underWay(args)) return Reflect.apply(original, self, goOn(args));
      let remove = (): void => {};
      return call({
        original,
        self,
        args,
        isWrappedBefore,
        find: () => readFetch(args),
        prepare(request) {
          remove = pending.add(request);
          return complete(request, args);
        },
        follow(result, request) {
          followFetch(result, request, signalOf(args), {
            onSettled: remove,
            onFailed: () => request.hasHeaders && onFailed(request.url),
          });
        },
      });
    },
    { onInner: (_self, args) => goOn(args) },
  );
}

function signalOf([input, init]: readonly unknown[]): unknown {
  const options = init as RequestInit | null | undefined;
  return options?.signal ?? (input as Partial<Request> | null | undefined)?.signal;
}
