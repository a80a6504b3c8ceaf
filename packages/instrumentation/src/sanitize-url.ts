/**
 * A URL that may leave the page: without user information, fragment and query, but for the parameters to keep.
 * A relative URL stays relative. Of a URL that is no web address (`mailto:`, `tel:`, `data:`, `javascript:`) only
 * the scheme is left, since the rest is the content.
 */
export function sanitizeUrl(url: string, keepParameters: readonly string[]): string {
  const scheme = /^\s*([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') return `${scheme}:`;
  const [, path = '', query] = /^([^?#]*)(?:\?([^#]*))?/.exec(url) ?? [];
  const kept = query && keepParameters.length > 0 ? keepQuery(query, keepParameters) : '';
  return path.replace(/^([^/]*\/\/)[^/]*@/, '$1') + kept;
}

function keepQuery(query: string, keepParameters: readonly string[]): string {
  const kept = new URLSearchParams();
  for (const [name, value] of new URLSearchParams(query))
    if (keepParameters.includes(name)) kept.append(name, value);
  return kept.size > 0 ? `?${kept}` : '';
}
