import { attempt } from '../guard/guard.ts';

// Of an address as the browser writes it: only a `/` ends the host, and an `@` before it ends the user information.
const WEB_ADDRESS = /^(https?:\/\/)(?:[^/]*@)?([^?#]*)/;

// `;jsessionid=…` and `;a=1;b=2` of a path segment: https://www.rfc-editor.org/rfc/rfc3986#section-3.3
const PATH_PARAMETER = /(?:;|%3B)([^;/]*?)(?=;|%3B|\/|$)/gi;

/**
 * A URL that may leave the page, absolute and without user information, fragment, query and path parameters, except for
 * the parameters to keep. URLs that are not http(s) (`mailto:`, `tel:`, `data:`, `javascript:`) are reduced to their scheme, since the
 * rest is content. `undefined` for an invalid URL.
 */
export function sanitizeUrl(url: string, keepParameters: readonly string[]): string | undefined {
  // Without a base the browser takes half of the time.
  const base = WEB_ADDRESS.test(url) ? undefined : document.baseURI;
  const parsed = attempt(() => new URL(url, base));
  if (!parsed) return undefined;
  const web = WEB_ADDRESS.exec(parsed.href);
  if (!web) return parsed.protocol;
  const path = web[2]?.replace(PATH_PARAMETER, (parameter, pair) =>
    keepParameters.includes(pair.split('=')[0]) ? parameter : '',
  );
  return `${web[1]}${path}${parsed.search && keptQuery(parsed, keepParameters)}`;
}

/** The query with the parameters to keep, and its `?`. Changes the address. */
function keptQuery(parsed: URL, keepParameters: readonly string[]): string {
  for (const name of [...parsed.searchParams.keys()]) {
    if (!keepParameters.includes(name)) parsed.searchParams.delete(name);
  }
  return parsed.search;
}
