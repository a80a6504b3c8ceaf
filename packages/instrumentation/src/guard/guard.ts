import type { ShoppingChatInstrumentationConfig } from '../public/config.ts';
import type { ProblemCode, ReportProblem } from '../public/problems.ts';

/** What `work` returns; `undefined` when it throws. For code of the page whose failure means "nothing there". */
export function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

/** What `work` returns; `undefined` when it throws, which is reported under `code`. */
export function safely<T>(report: ReportProblem, code: ProblemCode, work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    reportThrown(report, code, error);
    return undefined;
  }
}

/** A hook of the configuration; `asks` is an option of `chatRequestUrls`. */
export type HookName = keyof ShoppingChatInstrumentationConfig | 'asks';

/** What a hook returns; `undefined` when it throws, which is reported as the hook's failure. */
export function callHook<T>(report: ReportProblem, hook: HookName, work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    // Not its message, which may quote what the hook was given.
    report('hook_failed', `${hook} threw ${errorType(error)}`);
    return undefined;
  }
}

/** Reports what was thrown. It may be any value, and reading it may throw. */
export function reportThrown(report: ReportProblem, code: ProblemCode, thrown: unknown): void {
  report(code, attempt(() => String(thrown)) ?? 'unreadable');
}

/** The class of an error for `error.type`: its name, never its message. */
export function errorType(error: unknown): string {
  const name = attempt(() => (error as Error).name);
  return typeof name === 'string' && name !== '' ? name : '_OTHER';
}
