import type { YamlEntry } from './yaml-entry.ts';

const SEVERITY = /\s*Severity number: (\d+) \([A-Z]+\)\.$/;

/** An event's note. Weaver has no key for the default severity, so the note ends with it. */
export function readNote(entry: YamlEntry): { note?: string; severityNumber?: number } {
  const text = entry.optionalText('note');
  if (text === undefined) return {};
  const severity = SEVERITY.exec(text)?.[1];
  const note = text.replace(SEVERITY, '');
  return {
    ...(note !== '' && { note }),
    ...(severity !== undefined && { severityNumber: Number(severity) }),
  };
}
