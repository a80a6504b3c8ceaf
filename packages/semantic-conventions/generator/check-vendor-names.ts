import type { ReadAttribute } from './read-attributes.ts';
import type { ReadEvent } from './read-events.ts';
import type { Attribute, AttributeUse } from './registry-model.ts';

/** Vendor names that do not tell the attribute by themselves: one attribute has several, or several share one. */
export function ambiguousVendorNames(attributes: readonly Attribute[]): Set<string> {
  const all = attributes.flatMap((attribute) => attribute.vendorNames);
  const several = attributes
    .filter((attribute) => attribute.vendorNames.length > 1)
    .flatMap((attribute) => attribute.vendorNames);
  return new Set([...several, ...all.filter((name, index) => all.indexOf(name) !== index)]);
}

export function checkVendorNames(
  attributes: readonly ReadAttribute[],
  events: readonly ReadEvent[],
  eventContext: readonly AttributeUse[],
): void {
  const uses = [...events.flatMap(({ event }) => event.attributes), ...eventContext];
  for (const { attribute, entry } of attributes) {
    for (const name of attribute.vendorNames) {
      if (!uses.some((use) => use.attribute === attribute && use.vendor === name)) {
        entry.report(
          `vendor attribute \`${name}\` maps nowhere: refer to \`${attribute.key}\` from an event, or remove the name`,
          'annotations',
        );
      }
    }
    const length = attributes.find((other) => other.attribute.key === attribute.lengthKey);
    if (attribute.lengthKey !== undefined && length?.attribute.type !== 'int') {
      entry.report(
        `length attribute \`${attribute.lengthKey}\` is not defined as int: define it, or correct the name`,
        'annotations',
      );
    }
  }
  checkActions(attributes, events);
}

function checkActions(attributes: readonly ReadAttribute[], events: readonly ReadEvent[]): void {
  const action = attributes.find(({ attribute }) => attribute.vendorNames.includes('action'));
  const members = action?.attribute.members?.map((member) => member.value) ?? [];
  const actions: string[] = [];
  for (const { event, entry } of events) {
    if (!('action' in event)) continue;
    if (actions.includes(event.action))
      entry.report(`another event has the action \`${event.action}\` too: correct one`);
    actions.push(event.action);
    if (!members.includes(event.action)) {
      entry.report(
        `action \`${event.action}\` is not a member of the action attribute: add it in attributes.yaml`,
      );
    }
    if (!event.name.endsWith(`.${event.action}`)) {
      entry.report(
        `event \`${event.name}\` is not named after its action: end the name in \`.${event.action}\``,
        'name',
      );
    }
  }
  for (const member of members) {
    if (!actions.includes(member))
      action?.entry.report(`action \`${member}\` has no event: add it in events.yaml, or remove the member`);
  }
}
