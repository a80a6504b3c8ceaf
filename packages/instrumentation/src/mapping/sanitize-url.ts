import { attempt } from '../guard/guard.ts';

/**
 * A URL that may leave the page, absolute: without user information, fragment and query, but for the parameters to
 * keep. Of a URL that is no web address (`mailto:`, `tel:`, `data:`, `javascript:`) only the scheme is left, since
 * the rest is the content. `undefined` for what is no URL.
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

// Of an address as the browser writes it: only a `/` ends the host, and an `@` before it is the user information's.
const WEB_ADDRESS = /^(https?:\/\/)(?:[^/]*@)?([^?#]*)/;

/** What is left of the query, with its `?`; deleting a parameter changes the address. */
function keptQuery(parsed: URL, keepParameters: readonly string[]): string {
  for (const name of [...parsed.searchParams.keys()])
    if (!keepParameters.includes(name)) parsed.searchParams.delete(name);
  return parsed.search;
}
