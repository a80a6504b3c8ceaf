import { element } from '../../element.ts';
import type { Tick } from './axis-ticks.ts';
import { formatDuration } from './format-duration.ts';
import type { Stretch, TimeAxis } from './time-axis.ts';

/** What the label of a cut needs, in pixels. */
const cutLabelPx = 82;
/** Nearer to an end of the axis than this share, the label reaches to one side only. */
const nearEdge = 0.08;

/** The times above the bars, and above each cut how long it is, the longest first where there is no room for all. */
export function axisHeader({ stretches }: TimeAxis, ticks: readonly Tick[], widthPx: number): HTMLElement[] {
  const cuts = stretches.filter(({ isCut }) => isCut);
  const labeled = cutsWithRoom(cuts, cutLabelPx / widthPx);
  return [
    ...cuts.map((cut) => {
      const idle = `${formatDuration(cut.to - cut.from)} idle`;
      const style = `left: ${percent(cut.left)}; width: ${percent(cut.right - cut.left)}`;
      return element(
        'span',
        {
          class: 'axis-cut',
          'data-side': sideOf(cut),
          'data-testid': 'trace-cut',
          title: `${idle}: cut out of the axis`,
          style,
        },
        labeled.has(cut) ? element('span', {}, idle) : undefined,
      );
    }),
    ...ticks.map(({ position, label }) =>
      element('span', { class: 'axis-tick', style: `left: ${percent(position)}` }, label),
    ),
  ];
}

function cutsWithRoom(cuts: readonly Stretch[], share: number): ReadonlySet<Stretch> {
  const labeled = new Map<Stretch, number>();
  for (const cut of [...cuts].sort((a, b) => b.to - b.from - (a.to - a.from))) {
    const left = labelLeft(cut, share);
    if ([...labeled.values()].every((other) => Math.abs(other - left) >= share)) labeled.set(cut, left);
  }
  return new Set(labeled.keys());
}

function labelLeft(cut: Stretch, share: number): number {
  if (sideOf(cut) === 'start') return cut.left;
  return sideOf(cut) === 'end' ? cut.right - share : (cut.left + cut.right - share) / 2;
}

/** Where the label stands against its cut. */
function sideOf({ left, right }: Stretch): 'start' | 'middle' | 'end' {
  if (left < nearEdge) return 'start';
  return right > 1 - nearEdge ? 'end' : 'middle';
}

/** The cuts and ticks as one background for every track, so that they line up from row to row. */
export function axisBackground({ stretches }: TimeAxis, ticks: readonly Tick[]): string {
  const cuts = stretches.filter(({ isCut }) => isCut);
  const layers = [
    ...cuts.map(({ left, right }) => layer('var(--axis-cut)', left, percent(right - left), right - left)),
    ...ticks.map(({ position }) => layer('var(--axis-line)', position, '1px', 0)),
  ];
  return layers.length === 0 ? 'none' : layers.join(', ');
}

/** CSS takes a background's place in percent of the room that its width leaves. */
function layer(image: string, left: number, width: string, share: number): string {
  return `${image} ${percent(left / (1 - share))} 0 / ${width} 100% no-repeat`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(3)}%`;
}
