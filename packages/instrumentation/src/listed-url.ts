/** Whether a URL is one of those that the user listed. */
export type IsListed = (url: string) => boolean;

/**
 * A check against a list. A string is a URL, absolute or relative to the page; it stands for its origin and every
 * path that begins with its path. An expression is tried on the absolute URL. What cannot be parsed is not listed.
 */
export function listedUrls(list: readonly (string | RegExp)[]): IsListed {
  return (url) => {
    const candidate = parse(url);
    return (
      candidate !== undefined &&
      list.some((entry) => {
        // `search` ignores the state that a global expression keeps between calls.
        if (typeof entry !== 'string') return candidate.href.search(entry) >= 0;
        const listed = parse(entry);
        return listed?.origin === candidate.origin && candidate.pathname.startsWith(listed.pathname);
      })
    );
  };
}

function parse(url: string): URL | undefined {
  try {
    return new URL(url, document.baseURI);
  } catch {
    return undefined;
  }
}
