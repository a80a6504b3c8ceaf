import type { AttributesByKey } from './read-references.ts';
import { readReferences } from './read-references.ts';
import { readStability } from './read-stability.ts';
import type { AttributeUse } from './registry-model.ts';
import { mapVendorNames } from './vendor-mapping.ts';
import type { YamlEntry } from './yaml-entry.ts';

/** The attributes of the groups that every event refers to. */
export function readEventContext(
  file: YamlEntry,
  optIn: YamlEntry,
  attributes: AttributesByKey,
): AttributeUse[] {
  const groups = file.entries('attribute_groups');
  const ids = groups.map((group) => group.text('id', 'attribute group'));
  for (const event of [...file.entries('events'), ...optIn.entries('events')]) checkGroups(event, ids);
  return groups.flatMap((group, index) => {
    const what = `attribute group \`${ids[index]}\``;
    group.allowOnly(what, ['id', 'visibility', 'brief', 'note', 'stability', 'attributes']);
    group.text('brief', what);
    readStability(group, what);
    if (group.value('visibility') !== 'public') {
      group.report(`${what} is not public: write \`visibility: public\``, 'visibility');
    }
    return mapVendorNames(readReferences(group, what, attributes), undefined, what, new Set());
  });
}

function checkGroups(event: YamlEntry, ids: readonly string[]): void {
  const references = event.entries('attributes').filter((entry) => entry.has('ref_group'));
  for (const reference of references) {
    const id = reference.text('ref_group', 'group reference');
    reference.allowOnly('group reference', ['ref_group']);
    if (!ids.includes(id)) {
      reference.report(
        `attribute group \`${id}\` is not defined: define it, or correct the ref_group`,
        'ref_group',
      );
    }
  }
  for (const id of ids) {
    if (!references.some((reference) => reference.value('ref_group') === id)) {
      event.report(
        `event does not refer to the attribute group \`${id}\`: add \`- ref_group: ${id}\``,
        'attributes',
      );
    }
  }
}
