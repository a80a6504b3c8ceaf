import type { ReadAttribute } from './read-attributes.ts';
import type { ReadEvent } from './read-events.ts';
import { REGISTRY_ROOT } from './registry-root.ts';
import type { YamlEntry } from './yaml-entry.ts';

/** Reports events that are not named after their action, and actions that the action attribute does not list. */
export function checkActions(
  attributes: readonly ReadAttribute[],
  events: readonly ReadEvent[],
  file: YamlEntry,
): void {
  const action = attributes.find(({ attribute }) => attribute.vendorNames.includes('action'));
  const members = action?.attribute.members?.map((member) => member.value) ?? [];
  const actions: string[] = [];
  for (const { event, entry } of events) {
    if (!('action' in event) || event.action === '') continue;
    if (actions.includes(event.action))
      entry.report(`another event has the action \`${event.action}\` too: correct one`);
    actions.push(event.action);
    if (!members.includes(event.action)) {
      entry.report(
        `action \`${event.action}\` is not a member of the action attribute: add it in attributes.yaml`,
      );
    }
    if (event.name !== REGISTRY_ROOT + event.action) {
      entry.report(
        `event \`${event.name}\` is not named after its action: name it \`${REGISTRY_ROOT}${event.action}\``,
        'name',
      );
    }
  }
  for (const member of members) {
    if (!actions.includes(member))
      action?.entry.report(`action \`${member}\` has no event: add it in events.yaml, or remove the member`);
  }
  const fallbacks = events.filter(({ event }) => !('action' in event));
  if (fallbacks.length !== 1) {
    const place = fallbacks[1]?.entry ?? file;
    place.report(
      'exactly one event stands for unknown actions and has no annotations.vendor.action: give the others theirs',
    );
  }
}
