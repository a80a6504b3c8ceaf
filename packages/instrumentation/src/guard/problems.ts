import type { DiagLogger } from '@opentelemetry/api';
import type { ReportProblem } from '../public/problems.ts';
import { attempt } from './guard.ts';

// `where` may hold keys of the page's payloads: a bound, so that no page fills the memory or the console.
const MAX_LOGGED = 200;
const MAX_WHERE_LENGTH = 128;

/** Problems of one instrumentation, with how often each occurred. */
export interface ProblemReport {
  readonly report: ReportProblem;
  readonly counts: ReadonlyMap<string, number>;
}

/** Reports each kind of problem once for each place, however often it occurs. */
export function reportOnce(diag: DiagLogger): ProblemReport {
  const counts = new Map<string, number>();
  const logged = new Set<string>();
  const report: ReportProblem = (code, where) => {
    counts.set(code, (counts.get(code) ?? 0) + 1);
    const message = `${code}: ${where.slice(0, MAX_WHERE_LENGTH)}`;
    if (logged.has(message) || logged.size >= MAX_LOGGED) return;
    logged.add(message);
    // The logger is the page's.
    attempt(() => diag.warn(message));
  };
  return { report, counts };
}
