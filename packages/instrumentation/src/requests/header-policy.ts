import type { ReportProblem } from '../public/problems.ts';
import type { ListedUrl } from './listed-url.ts';

/** Decides which requests of the chat carry trace headers. */
export interface HeaderPolicy {
  /** Whether a request to this absolute URL may carry them. */
  allows(url: string): boolean;
  /** A request that carried them failed before an answer: its origin gets none from now on. */
  failed(url: string): void;
}

/**
 * The page's own origin gets headers, and another one only where it is listed: a header triggers a preflight, and a chat
 * backend that does not allow it makes the request fail. An origin where a request with headers has failed gets none for
 * the rest of the page's life: the browser does not say whether the preflight or the network failed.
 */
export function headerPolicy(mayPropagate: ListedUrl, report: ReportProblem): HeaderPolicy {
  const failedOrigins = new Set<string>();
  return {
    allows(url) {
      const { origin } = new URL(url);
      if (origin === location.origin) return true;
      return !failedOrigins.has(origin) && mayPropagate(url) !== undefined;
    },
    failed(url) {
      const { origin } = new URL(url);
      // Without a preflight, headers cannot be the reason.
      if (origin === location.origin) return;
      failedOrigins.add(origin);
      report('propagation_failed', origin);
    },
  };
}
