import { attempt } from './attempt.ts';

/**
 * A URL that may leave the page, absolute: without user information, fragment and query, but for the parameters to
 * keep. Of a URL that is no web address (`mailto:`, `tel:`, `data:`, `javascript:`) only the scheme is left, since
 * the rest is the content. `undefined` for what is no URL.
 */
export function sanitizeUrl(url: string, keepParameters: readonly string[]): string | undefined {
  const parsed = attempt(() => new URL(url, document.baseURI));
  if (!parsed) return undefined;
  const { protocol, origin, pathname } = parsed;
  if (!/^https?:/.test(protocol)) return protocol;
  return origin + pathname + (keepParameters.length > 0 ? keptQuery(parsed, keepParameters) : '');
}

function keptQuery({ searchParams }: URL, keepParameters: readonly string[]): string {
  for (const name of [...searchParams.keys()]) if (!keepParameters.includes(name)) searchParams.delete(name);
  const query = String(searchParams);
  return query && `?${query}`;
}
