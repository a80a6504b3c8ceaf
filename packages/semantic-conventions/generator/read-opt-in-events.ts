import { readEvent } from './read-events.ts';
import type { AttributesByKey } from './read-references.ts';
import type { OptInEvent } from './registry-model.ts';
import type { YamlEntry } from './yaml-entry.ts';

export interface ReadOptInEvent {
  readonly event: OptInEvent;
  readonly entry: YamlEntry;
}

export function readOptInEvents(
  file: YamlEntry,
  attributes: AttributesByKey,
  ambiguous: ReadonlySet<string>,
): ReadOptInEvent[] {
  return file.entries('events').map((entry) => {
    const { event, vendor, what } = readEvent(entry, attributes, ambiguous, [
      'action',
      'attributes',
      'group',
      'fails_turn',
    ]);
    if (!vendor) entry.report(`${what} has no annotations.vendor: give it an action and a group`);
    if (entry.value('requirement_level') === 'recommended') {
      entry.report(`${what} is not opt-in: write \`requirement_level: opt_in\``, 'requirement_level');
    }
    const failsTurn = readFailsTurn(
      vendor,
      event.attributes.map(({ attribute }) => attribute.key),
      what,
    );
    return {
      event: {
        action: '',
        ...event,
        group: vendor?.text('group', `annotations.vendor of ${what}`) ?? '',
        ...(failsTurn && { failsTurn }),
      },
      entry,
    };
  });
}

function readFailsTurn(
  vendor: YamlEntry | undefined,
  keys: readonly string[],
  what: string,
): OptInEvent['failsTurn'] {
  const detail = vendor?.entry('fails_turn');
  if (!detail) return undefined;
  detail.allowOnly(`fails_turn of ${what}`, ['attribute', 'values']);
  const attribute = detail.text('attribute', `fails_turn of ${what}`);
  if (!keys.includes(attribute)) {
    detail.report(
      `${what} does not refer to \`${attribute}\`: add the ref, or correct fails_turn`,
      'attribute',
    );
  }
  return { attribute, values: detail.values('values') };
}
