import type { AttributesByKey } from './read-references.ts';
import { readReferences } from './read-references.ts';
import { readSignalRequirement } from './read-signal-requirement.ts';
import { readStability } from './read-stability.ts';
import type { MetricDefinition } from './registry-model.ts';
import type { YamlEntry } from './yaml-entry.ts';

const INSTRUMENTS = ['counter', 'gauge', 'histogram', 'updowncounter'];

export interface ReadMetric {
  readonly metric: MetricDefinition;
  readonly entry: YamlEntry;
}

export function readMetrics(file: YamlEntry, attributes: AttributesByKey): ReadMetric[] {
  return file.entries('metrics').map((entry) => {
    const name = entry.text('name', 'metric');
    const what = `metric \`${name}\``;
    entry.allowOnly(what, [
      'name',
      'instrument',
      'unit',
      'brief',
      'note',
      'stability',
      'requirement_level',
      'attributes',
      'annotations',
    ]);
    readStability(entry, what);
    readSignalRequirement(entry, what);
    const instrument = entry.text('instrument', what);
    if (!INSTRUMENTS.includes(instrument)) {
      entry.report(`${what} has no known instrument: choose ${INSTRUMENTS.join(', ')}`, 'instrument');
    }
    const note = entry.optionalText('note');
    return {
      metric: {
        name,
        instrument,
        unit: entry.text('unit', what),
        brief: entry.text('brief', what),
        ...(note !== undefined && { note }),
        attributes: readReferences(entry, what, attributes).map(({ use }) => use),
      },
      entry,
    };
  });
}
