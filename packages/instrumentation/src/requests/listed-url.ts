import { attempt } from '../guard/guard.ts';

/** The absolute form of a URL that the user listed; `undefined` for any other URL. */
export type ListedUrl = (url: string) => string | undefined;

/**
 * Looks URLs up in a list. A string is a URL, absolute or relative to the page: it stands for its origin and every path
 * that begins with its path. A regular expression is tested on the absolute URL. Invalid URLs are not listed.
 */
export function listedUrls(list: readonly (string | RegExp)[]): ListedUrl {
  const parse = (url: string) => attempt(() => new URL(url, document.baseURI));
  return (url) => {
    const candidate = parse(url);
    if (!candidate) return undefined;
    const matches = (entry: string | RegExp): boolean => {
      // `search` ignores the state that a global regular expression keeps between calls.
      if (typeof entry !== 'string') return candidate.href.search(entry) >= 0;
      const listed = parse(entry);
      return listed?.origin === candidate.origin && candidate.pathname.startsWith(listed.pathname);
    };
    return list.some(matches) ? candidate.href : undefined;
  };
}
