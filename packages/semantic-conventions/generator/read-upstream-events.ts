import { readNote } from './read-note.ts';
import type { AttributesByKey } from './read-references.ts';
import { readReferences } from './read-references.ts';
import type { EventDefinition } from './registry-model.ts';
import { UPSTREAM_EVENTS } from './upstream-gen-ai.ts';
import type { YamlEntry } from './yaml-entry.ts';

/** What we say about events that OpenTelemetry defines; Weaver calls that a refinement. */
export function readUpstreamEvents(file: YamlEntry, attributes: AttributesByKey): EventDefinition[] {
  return file.entries('event_refinements').map((entry) => {
    const id = entry.text('id', 'event refinement');
    const what = `event refinement \`${id}\``;
    entry.allowOnly(what, ['id', 'ref', 'brief', 'note', 'stability', 'attributes', 'annotations']);
    const name = entry.text('ref', what);
    if (!UPSTREAM_EVENTS.includes(name)) {
      entry.report(`${what} refers to \`${name}\`: choose ${UPSTREAM_EVENTS.join(', ')}`, 'ref');
    }
    return {
      name,
      brief: entry.text('brief', what),
      ...readNote(entry),
      attributes: readReferences(entry, what, attributes).map(({ use }) =>
        use.members ? { ...use, values: use.members.map(({ value }) => value) } : use,
      ),
    };
  });
}
