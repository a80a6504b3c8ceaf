import type { DiagLogger } from '@opentelemetry/api';
import type { ReportProblem } from './sources/chat-event-source.ts';

// Codes hold keys of the page's payloads: a bound, so that no page can grow the map.
const MOST_CODES = 200;

/** Problems by code with how often each occurred. */
export interface ProblemReport {
  /** Counts a problem and says it through `diag` the first time. */
  readonly report: ReportProblem;
  readonly counts: ReadonlyMap<string, number>;
}

/** Reports each kind of problem once, however often it occurs. */
export function reportOnce(diag: DiagLogger): ProblemReport {
  const counts = new Map<string, number>();
  const report: ReportProblem = (code, message) => {
    const before = counts.get(code);
    if (before === undefined && counts.size >= MOST_CODES) return;
    counts.set(code, (before ?? 0) + 1);
    if (before === undefined) diag.warn(message);
  };
  return { report, counts };
}
