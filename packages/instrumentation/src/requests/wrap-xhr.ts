import { context } from '@opentelemetry/api';
import { attempt } from '../guard/guard.ts';
import { tapMethod } from '../page/tap-method.ts';
import type { BeginRequest } from '../public/chat-requests.ts';
import type { ChatCaller, FoundRequest } from './chat-call.ts';
import { followXhr } from './follow-xhr.ts';
import type { ListedUrl } from './listed-url.ts';

/** An `XMLHttpRequest` that was opened with a listed URL. */
interface OpenedRequest extends FoundRequest {
  /** Names of its headers, in lower case, and who set them. */
  readonly headers: Map<string, 'page' | 'trace'>;
}

/** Wraps `XMLHttpRequest`. Returns what puts the originals back. */
export function wrapXhr(call: ChatCaller, listed: ListedUrl, begin: BeginRequest): () => void {
  const opened = new WeakMap<object, OpenedRequest>();
  const prototype = (globalThis as Partial<typeof globalThis>).XMLHttpRequest?.prototype ?? {};
  const wrapped = [
    tapMethod(prototype, 'open', (original, self, args) => {
      const [method, address] = args;
      const url = attempt(() => listed(`${address}`));
      // The span of another instrumentation starts here, not when the request is sent.
      const place = url === undefined ? undefined : attempt(() => begin(false)?.context);
      const open = () => Reflect.apply(original, self, args);
      const result = place ? context.with(place, open) : open();
      if (url === undefined) opened.delete(self as object);
      else opened.set(self as object, { method, url, headers: new Map() });
      return result;
    }),
    // The browser joins headers that are set twice, and a joined `traceparent` is invalid.
    tapMethod(prototype, 'setRequestHeader', (original, self, args) => {
      const headers = opened.get(self as object)?.headers;
      const name = attempt(() => `${args[0]}`.toLowerCase());
      if (name === undefined || !headers) return Reflect.apply(original, self, args);
      if (headers.get(name) === 'trace') return undefined;
      const result = Reflect.apply(original, self, args);
      headers.set(name, 'page');
      return result;
    }),
    tapMethod(prototype, 'send', (original, self, args) => {
      const xhr = self as XMLHttpRequest;
      return call({
        original,
        self,
        args,
        find: () => ({ ...opened.get(xhr), body: args[0] }),
        prepare(added, work) {
          const { headers } = opened.get(xhr) as OpenedRequest;
          for (const [name, value] of added) {
            if (headers.has(name)) continue;
            xhr.setRequestHeader(name, value);
            headers.set(name, 'trace');
          }
          if (work) followXhr(xhr, work);
          return args;
        },
      });
    }),
  ];
  return () => {
    for (const method of wrapped) if (typeof method === 'object') method.remove();
  };
}
