import { callHook } from '../guard/guard.ts';
import type { Redact } from '../public/hooks.ts';
import type { ReportProblem } from '../public/problems.ts';
import type { Settings } from '../settings/settings.ts';
import { maskEmails, maskSensitiveText } from './sensitive-text.ts';

/** The form in which a text leaves the page; `undefined` when the team's hook withholds it. */
export type OutgoingText = (text: string, where: Parameters<Redact>[1]) => string | undefined;

// One long number in ten looks like a card number. The Collector's guard leaves ids alone as well.
const ID_NAME = /(?:^|[._])ids?$/;

/** What every text of the page passes: the team's hook, and then the mask, whatever the hook returns. */
export function outgoingText(
  { redact, limits }: Pick<Settings, 'redact' | 'limits'>,
  report: ReportProblem,
): OutgoingText {
  const redacted: OutgoingText = (text, where) => {
    if (!redact) return text;
    const result = callHook(report, 'redact', () => redact(text, where));
    if (typeof result === 'string') return result;
    report('withheld_text', where.attribute);
    return undefined;
  };
  return (text, where) => {
    const outgoing = redacted(text, where);
    if (outgoing === undefined) return undefined;
    const mask = ID_NAME.test(where.attribute) ? maskEmails : maskSensitiveText;
    return mask(outgoing, limits.maxValueLength);
  };
}
