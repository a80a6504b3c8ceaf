import { attempt } from '../guard/guard.ts';

// Of an address as the browser writes it: only a `/` ends the host, and an `@` before it ends the user information.
const WEB_ADDRESS = /^(https?:\/\/)(?:[^/]*@)?([^?#]*)/;

/**
 * A URL that may leave the page, absolute and without user information, fragment and query, except for the parameters
 * to keep. URLs that are not http(s) (`mailto:`, `tel:`, `data:`, `javascript:`) are reduced to their scheme, since the
 * rest is content. `undefined` for an invalid URL.
 */
export function sanitizeUrl(url: string, keepParameters: readonly string[]): string | undefined {
  // Without a base the browser takes half of the time.
  const base = WEB_ADDRESS.test(url) ? undefined : document.baseURI;
  const parsed = attempt(() => new URL(url, base));
  if (!parsed) return undefined;
  const web = WEB_ADDRESS.exec(parsed.href);
  if (!web) return parsed.protocol;
  return `${web[1]}${web[2]}${parsed.search && keptQuery(parsed, keepParameters)}`;
}

/** The query with the parameters to keep, and its `?`. Changes the address. */
function keptQuery(parsed: URL, keepParameters: readonly string[]): string {
  for (const name of [...parsed.searchParams.keys()]) {
    if (!keepParameters.includes(name)) parsed.searchParams.delete(name);
  }
  return parsed.search;
}
