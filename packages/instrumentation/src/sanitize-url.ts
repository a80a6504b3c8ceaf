/**
 * A URL that may leave the page, absolute: without user information, fragment and query, but for the parameters to
 * keep. Of a URL that is no web address (`mailto:`, `tel:`, `data:`, `javascript:`) only the scheme is left, since
 * the rest is the content. `undefined` for what is no URL.
 */
export function sanitizeUrl(url: string, keepParameters: readonly string[]): string | undefined {
  if (!URL.canParse(url, document.baseURI)) return undefined;
  const { protocol, host, pathname, searchParams } = new URL(url, document.baseURI);
  if (!protocol.startsWith('http')) return protocol;
  for (const name of [...searchParams.keys()]) if (!keepParameters.includes(name)) searchParams.delete(name);
  return `${protocol}//${host}${pathname}${searchParams.size > 0 ? `?${searchParams}` : ''}`;
}
