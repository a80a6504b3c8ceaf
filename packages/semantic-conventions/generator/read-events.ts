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
      attributes: uses.map((use) => (use.vendor === 'action' ? withAction(use, action) : use)),
    };
    return { event: action === undefined ? event : { ...event, action }, entry };
  });
}

/** An event has its own action and no other; the event for unknown actions has any. */
function withAction({ values: _, ...use }: AttributeUse, action: string | undefined): AttributeUse {
  return action === undefined ? use : { ...use, values: [action] };
}
