import { tapMethod } from '../page/tap-method.ts';
import type { ChatCaller } from './chat-call.ts';
import { followFetch } from './follow-fetch.ts';

/** Wraps `fetch`. Returns what puts the original back. */
export function wrapFetch(call: ChatCaller): () => void {
  const wrapped = tapMethod(globalThis, 'fetch', (original, self, args) => {
    const [input, init] = args as [RequestInfo | URL, RequestInit | undefined];
    return call({
      original,
      self,
      args,
      find() {
        const { url = `${input}`, method } = input as Partial<Request>;
        return { url, method: init?.method ?? method, body: init?.body };
      },
      prepare: (headers) => withHeaders(input, init, headers),
      follow: (result, { work, begun, args: passed }) =>
        followFetch(result as Promise<Response>, { work, begun, options: passed.at(-1) as RequestInit }),
    });
  });
  return () => {
    if (typeof wrapped === 'object') wrapped.remove();
  };
}

/** The call's arguments with the trace's headers. The page's own objects stay as they are. */
function withHeaders(input: RequestInfo | URL, init: RequestInit | undefined, added: Headers): unknown[] {
  // Spreading would lose options with getters of their own, such as those of a Request.
  const isPlain = !init || Object.getPrototypeOf(init) === Object.prototype;
  // A Request that is passed with options loses its referrer: https://fetch.spec.whatwg.org/#dom-request
  const isRequest = Boolean((input as Partial<Request>).url);
  if (isPlain && !isRequest) return [input, { ...init, headers: joined(new Headers(init?.headers), added) }];
  const request = new Request(input, init);
  joined(request.headers, added);
  return [request];
}

function joined(headers: Headers, added: Headers): Headers {
  for (const [name, value] of added) headers.set(name, value);
  return headers;
}
