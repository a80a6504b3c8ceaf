import type { YamlEntry } from './yaml-entry.ts';

/** Weaver asks each event and span for one of two levels. */
export function readSignalRequirement(entry: YamlEntry, what: string): void {
  if (!['recommended', 'opt_in'].includes(String(entry.value('requirement_level')))) {
    entry.report(`${what} has no known requirement level: choose recommended, opt_in`, 'requirement_level');
  }
}
