import type { DiagLogger } from '@opentelemetry/api';
import { attempt } from './attempt.ts';

/** What can go wrong. The README says what each means and what to do. */
export type ProblemCode =
  | 'cannot_wrap'
  | 'event_too_large'
  | 'flush_failed'
  | 'invalid_event'
  | 'no_provider'
  | 'not_recorded'
  | 'request_not_traced'
  | 'source_failed'
  | 'too_many_reentrant'
  | 'unknown_action'
  | 'unknown_attribute'
  | 'unreadable_attribute'
  | 'unreadable_event'
  | 'withheld_text'
  | 'wrong_order'
  | 'wrong_type';

/** Counts a problem and says it through `diag` the first time. */
export type ReportProblem = (code: ProblemCode, where: string) => void;

// Where may hold keys of the page's payloads: a bound, so that no page fills the memory or the console.
const MOST_SAID = 200;
const WHERE_LENGTH = 128;

/** Problems of one instrumentation, with how often each occurred. */
export interface ProblemReport {
  readonly report: ReportProblem;
  readonly counts: ReadonlyMap<string, number>;
}

/** Reports each kind of problem once for each place, however often it occurs. */
export function reportOnce(diag: DiagLogger): ProblemReport {
  const counts = new Map<string, number>();
  const said = new Set<string>();
  const report: ReportProblem = (code, where) => {
    counts.set(code, (counts.get(code) ?? 0) + 1);
    const message = `${code}: ${where.slice(0, WHERE_LENGTH)}`;
    if (said.has(message) || said.size >= MOST_SAID) return;
    said.add(message);
    // The logger is the page's.
    attempt(() => diag.warn(message));
  };
  return { report, counts };
}
