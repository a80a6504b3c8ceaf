import { readMembers } from './read-members.ts';
import type { Attribute, AttributeUse, Requirement } from './registry-model.ts';
import type { YamlEntry } from './yaml-entry.ts';

const LEVELS = ['required', 'recommended', 'opt_in'] as const;
const CONDITIONAL_LEVELS = ['conditionally_required', 'recommended', 'opt_in'] as const;

export type AttributesByKey = ReadonlyMap<string, Attribute>;

/** A reference together with its place. */
export interface ReadReference {
  readonly use: AttributeUse;
  readonly entry: YamlEntry;
}

/** The attributes that a signal refers to by `ref`; groups (`ref_group`) are left to the caller. */
export function readReferences(
  signal: YamlEntry,
  what: string,
  attributes: AttributesByKey,
): ReadReference[] {
  const seen = new Set<string>();
  return signal.entries('attributes').flatMap((entry) => {
    if (entry.has('ref_group')) return [];
    entry.allowOnly(`attribute reference of ${what}`, [
      'ref',
      'requirement_level',
      'brief',
      'note',
      'annotations',
    ]);
    const key = entry.text('ref', `attribute reference of ${what}`);
    const attribute = attributes.get(key);
    if (!attribute) {
      entry.report(
        `${what} refers to \`${key}\`, which is not defined: define it in attributes.yaml, or correct the ref`,
        'ref',
      );
      return [];
    }
    if (seen.has(key)) entry.report(`${what} refers to \`${key}\` twice: remove one`, 'ref');
    seen.add(key);
    const useWhat = `\`${key}\` of ${what}`;
    const requirement = readRequirement(entry, useWhat);
    const annotations = entry.entry('annotations');
    annotations?.allowOnly(`annotations of ${useWhat}`, ['members']);
    const members = annotations && readMembers(annotations, useWhat);
    const brief = entry.optionalText('brief');
    const note = entry.optionalText('note');
    if (attribute.upstream && brief === undefined) {
      entry.report(`${useWhat} is defined by OpenTelemetry: say in \`brief\` what it means here`, 'ref');
    }
    const use = {
      attribute,
      requirement,
      ...(brief !== undefined && { brief }),
      ...(note !== undefined && { note }),
      ...(members && { members }),
    };
    return [{ use, entry }];
  });
}

function readRequirement(entry: YamlEntry, what: string): Requirement {
  const value = entry.value('requirement_level');
  const level = LEVELS.find((known) => known === value);
  if (level) return { level };
  if (typeof value === 'object' && value !== null) {
    const detail = entry.entry('requirement_level');
    const conditional = CONDITIONAL_LEVELS.find((known) => detail?.has(known));
    const condition = conditional && detail?.optionalText(conditional);
    if (conditional && condition !== undefined) return { level: conditional, condition };
  }
  entry.report(
    `${what} has no known requirement level: choose ${LEVELS.join(', ')}, or write \`conditionally_required:\` and the condition`,
    'requirement_level',
  );
  return { level: 'recommended' };
}
