import type { ModuleLines } from './module-lines.ts';
import { moduleAt } from './module-lines.ts';

/** The parts of Chromium's CPU profile that are read here. */
export interface CpuProfile {
  nodes: {
    id: number;
    callFrame: { functionName: string; url: string; lineNumber: number };
    children?: number[];
  }[];
  samples?: number[];
  /** Microseconds before each sample. */
  timeDeltas?: number[];
}

/** How long a function itself ran. The browser's own functions are put to the module that called them. */
export interface OwnTime {
  name: string;
  module: string;
  micros: number;
}

const NOT_WORK = new Set(['(idle)', '(program)', '(root)']);

/** Own times of all functions, longest first. `lines` are those of the page's one script. */
export function ownTimes(
  { nodes, samples = [], timeDeltas = [] }: CpuProfile,
  lines: ModuleLines,
): OwnTime[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(
    nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)),
  );
  const isPage = (id: number) => byId.get(id)?.callFrame.url.endsWith('/entry.js') === true;

  const nameAndModule = (id: number): [name: string, module: string] => {
    let page: number | undefined = id;
    while (page !== undefined && !isPage(page)) page = parents.get(page);
    const own = byId.get(id)?.callFrame.functionName || '(anonymous)';
    const frame = page === undefined ? undefined : byId.get(page)?.callFrame;
    if (!frame) return [own, 'browser'];
    const name = page === id ? own : `${own} ← ${frame.functionName || '(anonymous)'}`;
    return [name, moduleAt(lines, frame.lineNumber)];
  };

  const totals = new Map<string, OwnTime>();
  for (const [index, id] of samples.entries()) {
    if (NOT_WORK.has(byId.get(id)?.callFrame.functionName ?? '')) continue;
    const [name, module] = nameAndModule(id);
    const total = totals.get(`${name} ${module}`) ?? { name, module, micros: 0 };
    total.micros += timeDeltas[index] ?? 0;
    totals.set(`${name} ${module}`, total);
  }
  return [...totals.values()].toSorted((a, b) => b.micros - a.micros);
}
