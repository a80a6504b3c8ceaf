import type { AttributesByKey } from './read-references.ts';
import { readReferences } from './read-references.ts';
import { readSignalRequirement } from './read-signal-requirement.ts';
import { readStability } from './read-stability.ts';
import type { SpanDefinition } from './registry-model.ts';
import type { YamlEntry } from './yaml-entry.ts';

export interface ReadSpan {
  readonly span: SpanDefinition;
  readonly entry: YamlEntry;
}

export function readSpans(file: YamlEntry, attributes: AttributesByKey): ReadSpan[] {
  return file.entries('spans').map((entry) => {
    const type = entry.text('type', 'span');
    const what = `span \`${type}\``;
    entry.allowOnly(what, [
      'type',
      'kind',
      'name',
      'brief',
      'note',
      'stability',
      'requirement_level',
      'attributes',
      'annotations',
    ]);
    readStability(entry, what);
    readSignalRequirement(entry, what);
    if (entry.entry('name')?.text('note', `name of ${what}`) !== type) {
      entry.report(
        `${what} has another name than its type: our span names are static, write \`name: {note: ${type}}\``,
        'name',
      );
    }
    const note = entry.optionalText('note');
    return {
      span: {
        type,
        kind: entry.text('kind', what),
        brief: entry.text('brief', what),
        ...(note !== undefined && { note }),
        attributes: readReferences(entry, what, attributes).map(({ use }) => use),
      },
      entry,
    };
  });
}
