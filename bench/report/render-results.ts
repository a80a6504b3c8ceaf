import { versionsOf } from '../measure/versions.ts';
import type { Part } from '../options.ts';
import { PARTS } from '../options.ts';
import type { Conditions, Measured, Results } from '../results/results.ts';
import { ROWS } from '../rows.ts';
import type { Aim } from './aims/aim.ts';
import { deliveryAims } from './aims/delivery-aims.ts';
import { ratioAims } from './aims/ratio-aims.ts';
import { sizeAims } from './aims/size-aims.ts';
import { timeAims } from './aims/time-aims.ts';
import { wireAims } from './aims/wire-aims.ts';
import { comparison } from './comparison.ts';
import { deliverySection } from './sections/delivery-section.ts';
import { heapSection } from './sections/heap-section.ts';
import { idleSection } from './sections/idle-section.ts';
import { profileSection } from './sections/profile-section.ts';
import { ratioSection } from './sections/ratio-section.ts';
import type { Section } from './sections/section.ts';
import { sizeSection } from './sections/size-section.ts';
import { timeSection } from './sections/time-section.ts';
import { wireSection } from './sections/wire-section.ts';
import { table } from './table.ts';

const SECTIONS: { [P in Part]: Section<P> } = {
  size: sizeSection,
  ratio: ratioSection,
  time: timeSection,
  wire: wireSection,
  delivery: deliverySection,
  heap: heapSection,
  idle: idleSection,
  profile: profileSection,
};
const labels = new Map(ROWS.map(({ id, label }) => [id, label]));

/** The measured parts as a Markdown page. */
export function renderResults(results: Results): string {
  const sections = PARTS.flatMap((part) => renderPart(part, results));
  return `# Results

Made by \`npx --yes pnpm@12 bench\`; do not edit. [README.md](README.md) says what is measured and what is not.

## In short

${comparison(results, labels)}

## Aims

"In all" counts everything on the main thread until the event is sent. "Recording included" counts the call and the recording
only, with an exporter that does nothing: there the instrumentation's own work stands alone, so its ratio is larger.

${table(
  ['aim', '', 'distance', 'figures'],
  aimsOf(results).map(({ aim, reached, distance, figures }) => [
    aim,
    reached ? 'reached' : '**missed**',
    distance,
    figures,
  ]),
  4,
)}

${sections.join('\n\n')}

## Versions

${table(
  ['', 'packages'],
  ROWS.filter(({ compress }) => !compress).map((row) => [row.label, versionsOf(row)]),
  2,
)}
`;
}

function renderPart<P extends Part>(part: P, results: Results): string[] {
  const measured = results[part] as { conditions: Conditions; result: Measured[P] } | undefined;
  if (!measured) return [];
  const { title, text } = SECTIONS[part];
  return [
    `## ${title}\n\n${text(measured.result, labels)}\n\n${renderConditions(part, measured.conditions)}`,
  ];
}

function renderConditions(part: Part, conditions: Conditions): string {
  const { at, chromium, node, cpu, cores, load, seconds, commit, command, options } = conditions;
  const { parts: _, rows: __, ...figures } = options;
  const given = Object.entries(figures)
    .filter(([name]) => USED[part].includes(name))
    .map(([name, value]) => `--${name} ${value}`)
    .join(' ');
  return `\`${[command, given].filter(Boolean).join(' ')}\`: ${at}, ${seconds} s, commit ${commit}, Chromium ${chromium}, Node ${node}, ${cores} × ${cpu}, load average ${load.start} at the start and ${load.end} at the end.`;
}

/** The options that a part looks at. */
const USED: Record<Part, string[]> = {
  size: [],
  ratio: [],
  time: ['rounds', 'pace', 'latency'],
  wire: ['pace', 'slow', 'latency', 'parallel'],
  delivery: ['pace', 'outage', 'latency', 'leaves', 'parallel'],
  heap: ['events', 'latency'],
  idle: ['idle', 'latency', 'parallel'],
  profile: ['latency'],
};

function aimsOf({ size, ratio, time, wire, delivery }: Results): Aim[] {
  return [
    ...(ratio ? ratioAims(ratio.result) : []),
    ...(time ? timeAims(time.result, labels) : []),
    ...(wire ? wireAims(wire.result, labels) : []),
    ...(delivery ? deliveryAims(delivery.result, labels) : []),
    ...(size ? sizeAims(size.result) : []),
  ];
}
