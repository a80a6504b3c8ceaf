import { readNote } from './read-note.ts';
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
    const { event } = readEvent(entry, attributes, ambiguous, ['action', 'attributes']);
    return { event, entry };
  });
}

/** `annotations`: the keys that `annotations.vendor` may have. */
export function readEvent(
  entry: YamlEntry,
  attributes: AttributesByKey,
  ambiguous: ReadonlySet<string>,
  annotations: readonly string[],
): { event: EventDefinition | VendorEvent; vendor: YamlEntry | undefined; what: string } {
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
  vendor?.allowOnly(`annotations.vendor of ${what}`, annotations);
  const action = vendor?.text('action', `annotations.vendor of ${what}`);
  const uses = mapVendorNames(readReferences(entry, what, attributes), vendor, what, ambiguous);
  const event = {
    name,
    brief: entry.text('brief', what),
    ...readNote(entry),
    attributes: uses.map((use) => (use.vendor === 'action' ? withAction(use, action) : use)),
  };
  return { event: action === undefined ? event : { ...event, action }, vendor, what };
}

/** An event has its own action and no other; the event for unknown actions has any. */
function withAction({ values: _, ...use }: AttributeUse, action: string | undefined): AttributeUse {
  return action === undefined ? use : { ...use, values: [action] };
}
