import { attempt } from '../guard/guard.ts';
import type { ReportProblem } from '../public/problems.ts';
import type { ListedUrl } from './listed-url.ts';
import { otherTracerAdds } from './other-tracers.ts';

/** Which of the chat's requests carry trace headers. */
export interface HeaderPolicy {
  /** @param isWrappedBefore whether another script may add headers further in, where we cannot see them */
  allows(url: string, isWrappedBefore: boolean): boolean;
  /** A request that carried our headers failed without an answer. */
  failed(url: string): void;
}

/**
 * Headers go to the page's own origin, and to other URLs only where the team says that they allow them: a header makes
 * the browser ask first (a preflight), and a server that does not answer it as needed makes the request fail.
 */
export function createHeaderPolicy(
  isCrossOriginAllowed: ListedUrl,
  failedOrigins: Set<string>,
  report: ReportProblem,
): HeaderPolicy {
  return {
    allows(url, isWrappedBefore) {
      const { origin } = new URL(url);
      if (failedOrigins.has(origin)) return false;
      if (origin !== location.origin && isCrossOriginAllowed(url) === undefined) return false;
      if (!isWrappedBefore || !attempt(() => otherTracerAdds(url))) return true;
      report('foreign_traceparent', origin);
      return false;
    },
    failed(url) {
      const { origin } = new URL(url);
      // The page's own origin sees no preflight, and a device without a network fails without headers, too.
      if (origin === location.origin || !navigator.onLine) return;
      failedOrigins.add(origin);
      report('propagation_failed', origin);
    },
  };
}
