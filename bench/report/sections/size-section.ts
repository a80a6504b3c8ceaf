import type { SizeResult } from '../../measure/size.ts';
import { figure, table } from '../table.ts';
import type { Section } from './section.ts';

/** Script added to a page. */
export const sizeSection: Section<'size'> = {
  title: 'Script added to the page',
  text: ({ rows, withoutPeers, modules }, labels) => {
    const bytes = (value: number) => figure(value, 0);
    const all = table(
      ['', 'alone, min', 'alone, gzip', 'on top of OpenTelemetry, gzip', 'loaded later, gzip'],
      rows.map(({ id, alone, onTop, lazy }) => [
        labels.get(id) ?? id,
        bytes(alone.min),
        bytes(alone.gzip),
        bytes(onTop.gzip),
        lazy > 0 ? bytes(lazy) : '',
      ]),
    );
    const { plugin, pluginWithRequests, outbox } = withoutPeers;
    const own = table(
      ['without peers', 'min', 'gzip'],
      [
        ['instrumentation, one source', bytes(plugin.min), bytes(plugin.gzip)],
        [
          'instrumentation, one source, requests',
          bytes(pluginWithRequests.min),
          bytes(pluginWithRequests.gzip),
        ],
        ['outbox exporter', bytes(outbox.min), bytes(outbox.gzip)],
      ],
    );
    return `Bytes. "On top" is on a page that has a provider, a processor, the standard exporter and the fetch instrumentation already.

${all}

${own}

Where the instrumentation's bytes are, before minification: ${largest(modules)}.`;
  },
};

function largest(modules: SizeResult['modules']): string {
  return modules
    .slice(0, 10)
    .map(({ name, share }) => `\`${name}\` ${figure(share * 100, 0)} %`)
    .join(', ');
}
