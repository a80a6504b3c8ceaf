import { attempt } from './attempt.ts';
import type { ProblemCode, ReportProblem } from './report-once.ts';

/** What `work` returns; `undefined` when it throws, which is reported. */
export function safely<T>(report: ReportProblem, code: ProblemCode, work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    reportThrown(report, code, error);
    return undefined;
  }
}

/** Reports what was thrown, which may be anything, and may itself throw when it is looked at. */
export function reportThrown(report: ReportProblem, code: ProblemCode, thrown: unknown): void {
  report(code, attempt(() => String(thrown)) ?? 'unreadable');
}
