import type { IncomingMessage, RequestListener } from 'node:http';
import { refuse } from './refuse.ts';

/**
 * Why a request must not be answered: a page of another origin sent it. Undefined for the server's own pages, for a URL
 * that was typed or bookmarked, and for programs, which send neither `Origin` nor `Sec-Fetch-Site`.
 *
 * CORS alone does not help: an `img`, a form or a `no-cors` fetch is carried out, only its answer stays hidden.
 * Call it after the `Host` was checked, as {@link startServer} does.
 * @param allowsOrigin Which pages of other origins may send requests. Default: none.
 * @see https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Sec-Fetch-Site
 */
export function foreignPage(
  request: IncomingMessage,
  allowsOrigin: (origin: string) => boolean = () => false,
): string | undefined {
  const { origin, host = '' } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (origin !== undefined && allowsOrigin(origin)) return undefined;
  const isOwnOrigin = origin === undefined || URL.parse(origin)?.host === host.toLowerCase();
  const isOwnSite = site === undefined || site === 'same-origin' || site === 'none';
  if (isOwnOrigin && isOwnSite) return undefined;
  const page = origin === undefined || origin === 'null' ? 'another site' : origin;
  return `A page of ${page} may not send requests to ${host}.`;
}

/** Answers requests of foreign pages with 403, and passes all others on. */
export function refuseForeignPages(listener: RequestListener): RequestListener {
  return (request, response) => {
    const reason = foreignPage(request);
    if (reason === undefined) listener(request, response);
    else refuse(request, response, reason);
  };
}
