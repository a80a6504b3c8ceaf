import type { ProblemCode, ReportProblem } from './report-once.ts';

/** What `work` returns; `undefined` when it throws, which is reported. */
export function safely<T>(report: ReportProblem, code: ProblemCode, work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    report(code, `${error}`);
    return undefined;
  }
}
