import type { AttributesByKey } from './read-references.ts';
import { readReferences } from './read-references.ts';
import { readSignalRequirement } from './read-signal-requirement.ts';
import { readStability } from './read-stability.ts';
import type { AttributeUse, EventDefinition, VendorEvent } from './registry-model.ts';
import { mapVendorNames } from './vendor-mapping.ts';
import type { YamlEntry } from './yaml-entry.ts';

export interface ReadEvent {
  readonly event: EventDefinition | VendorEvent;
  readonly entry: YamlEntry;
}

/** `ambiguous`: vendor names that are not the only name of one attribute. */
export function readEvents(
  file: YamlEntry,
  attributes: AttributesByKey,
  ambiguous: ReadonlySet<string>,
): ReadEvent[] {
  return file.entries('events').map((entry) => {
    const name = entry.text('name', 'event');
    const what = `event \`${name}\``;
    entry.allowOnly(what, [
      'name',
      'brief',
      'note',
      'stability',
      'requirement_level',
      'attributes',
      'annotations',
      'deprecated',
    ]);
    readStability(entry, what);
    readSignalRequirement(entry, what);
    const vendor = entry.entry('annotations')?.entry('vendor');
    vendor?.allowOnly(`annotations.vendor of ${what}`, ['action', 'attributes']);
    const action = vendor?.text('action', `annotations.vendor of ${what}`);
    const note = entry.optionalText('note');
    const uses = mapVendorNames(readReferences(entry, what, attributes), vendor, what, ambiguous);
    const event = {
      name,
      brief: entry.text('brief', what),
      ...(note !== undefined && { note }),
      attributes:
        action === undefined
          ? uses
          : uses.map((use) => (use.vendor === 'action' ? { ...use, values: [action] } : use)),
    };
    return { event: action === undefined ? event : { ...event, action }, entry };
  });
}

/** The attribute group that every event refers to. */
export function readEventContext(file: YamlEntry, attributes: AttributesByKey): AttributeUse[] {
  const groups = file.entries('attribute_groups');
  const ids = groups.map((group) => group.text('id', 'attribute group'));
  for (const event of file.entries('events')) {
    for (const reference of event.entries('attributes')) {
      const id = reference.optionalText('ref_group');
      if (id !== undefined && !ids.includes(id)) {
        reference.report(
          `attribute group \`${id}\` is not defined: define it under attribute_groups, or correct the ref_group`,
          'ref_group',
        );
      }
    }
  }
  return groups.flatMap((group, index) => {
    const what = `attribute group \`${ids[index]}\``;
    group.allowOnly(what, ['id', 'visibility', 'brief', 'note', 'stability', 'attributes']);
    group.text('brief', what);
    readStability(group, what);
    if (group.value('visibility') !== 'public')
      group.report(`${what} is not public: write \`visibility: public\``, 'visibility');
    return mapVendorNames(readReferences(group, what, attributes), undefined, what, new Set());
  });
}
