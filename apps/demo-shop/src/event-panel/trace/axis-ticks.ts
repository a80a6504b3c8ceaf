import { formatDuration } from './format-duration.ts';
import type { TimeAxis } from './time-axis.ts';

/** What a label needs, in pixels. */
const labelPx = 74;

export interface Tick {
  /** 0 to 1. */
  readonly position: number;
  /** Time since the axis begins. */
  readonly label: string;
}

/** Labels for an axis of this width: where it goes on after a cut, and round times between, as many as can be read. */
export function axisTicks({ stretches, position }: TimeAxis, widthPx: number): Tick[] {
  const labelWidth = labelPx / widthPx;
  const shown = stretches.filter(({ isCut }) => !isCut);
  const begin = shown[0]?.from ?? 0;
  const step = roundStep(shown.reduce((sum, { from, to }) => sum + to - from, 0) * labelWidth);
  const times = shown.flatMap(({ from, to }) => [
    from,
    ...roundTimes(from - begin, to - begin, step).map((t) => t + begin),
  ]);
  const ticks: Tick[] = [];
  for (const time of times) {
    const at = position(time);
    if (at - (ticks.at(-1)?.position ?? -1) < labelWidth || at > 1 - labelWidth / 2) continue;
    ticks.push({ position: at, label: formatDuration(Math.round(time - begin)) });
  }
  return ticks;
}

/** 1, 2 or 5 times a power of ten, at least 1 ms. */
function roundStep(ms: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, ms)));
  return power * ([1, 2, 5, 10].find((factor) => factor * power >= ms) ?? 1);
}

function roundTimes(from: number, to: number, step: number): number[] {
  const first = Math.floor(from / step) + 1;
  return Array.from({ length: Math.max(0, Math.ceil(to / step) - first) }, (_, i) => (first + i) * step);
}
