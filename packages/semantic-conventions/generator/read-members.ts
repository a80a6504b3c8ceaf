import { readStability } from './read-stability.ts';
import type { Member } from './registry-model.ts';
import type { YamlEntry } from './yaml-entry.ts';

/** The `members` of an attribute's type, or of the annotations of a reference to one. */
export function readMembers(holder: YamlEntry, what: string): Member[] {
  const ids = new Set<string>();
  return holder.entries('members').map((member) => {
    const id = member.text('id', `member of ${what}`);
    const memberWhat = `member \`${id}\` of ${what}`;
    member.allowOnly(memberWhat, ['id', 'value', 'brief', 'note', 'stability', 'deprecated']);
    if (ids.has(id)) member.report(`${memberWhat} is there twice: remove one`, 'id');
    ids.add(id);
    readStability(member, memberWhat);
    return { id, value: member.text('value', memberWhat), brief: member.text('brief', memberWhat) };
  });
}
