import { SPAN_SHOPPING_CHAT_ACTIVITY, SPAN_SHOPPING_CHAT_SESSION } from '@chatspan/semantic-conventions';
import type { Span } from './span.ts';

/** Idle time up to this is shown as it was; longer is cut to a band of fixed width. Milliseconds. */
const longestIdle = 400;
/** Widths are shares of the axis. Each cut gets this much, all of them together no more than the second figure. */
const cutWidth = 0.03;
const mostCutWidth = 0.24;
/** What a stretch gets before the rest goes by duration, so that a moment between two cuts is seen. */
const leastWidth = 0.015;
const mostLeastWidth = 0.15;

/** Something happens from `from` to `to`, or it was idle time that is cut. Ends are shares of the axis, 0 to 1. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly left: number;
  readonly right: number;
  readonly isCut: boolean;
}

export interface TimeAxis {
  /** Without gaps between them, the first from 0, the last to 1. */
  readonly stretches: readonly Stretch[];
  /** Where a time is, 0 to 1. */
  position(time: number): number;
}

interface Interval {
  readonly from: number;
  readonly to: number;
}

/** A time axis for spans on which idle time is cut short, so that a chat of minutes stays readable. */
export function layOutTime(spans: readonly Span[]): TimeAxis {
  const busy = busyStretches(spans.flatMap(whenBusy).concat(lastEnd(spans)));
  const cuts = busy.length - 1;
  const cut = cuts > 0 ? Math.min(cutWidth, mostCutWidth / cuts) : 0;
  const least = Math.min(leastWidth, mostLeastWidth / busy.length);
  const shared = 1 - cuts * cut - busy.length * least;
  const total = busy.reduce((sum, { from, to }) => sum + to - from, 0);

  const stretches: Stretch[] = [];
  let left = 0;
  const add = (from: number, to: number, width: number, isCut: boolean): void => {
    stretches.push({ from, to, left, right: left + width, isCut });
    left += width;
  };
  for (const [i, { from, to }] of busy.entries()) {
    const before = busy[i - 1];
    if (before) add(before.to, from, cut, true);
    add(from, to, least + shared * (total > 0 ? (to - from) / total : 1 / busy.length), false);
  }
  return { stretches, position: (time) => positionIn(stretches, time) };
}

/**
 * A session or an activity only holds what happens in it: it is busy when it begins and at its events, not in between.
 * Its end is when somebody noticed that nothing happens any more.
 */
function whenBusy({ name, start, end, events }: Span): Interval[] {
  const holds = name === SPAN_SHOPPING_CHAT_SESSION || name === SPAN_SHOPPING_CHAT_ACTIVITY;
  return [{ from: start, to: holds ? start : end }, ...events.map(({ time }) => ({ from: time, to: time }))];
}

function lastEnd(spans: readonly Span[]): Interval[] {
  if (spans.length === 0) return [];
  const end = Math.max(...spans.map((span) => span.end));
  return [{ from: end, to: end }];
}

function busyStretches(intervals: readonly Interval[]): Interval[] {
  const busy: Interval[] = [];
  for (const { from, to } of [...intervals].sort((a, b) => a.from - b.from)) {
    const last = busy.at(-1);
    if (last && from - last.to <= longestIdle)
      busy[busy.length - 1] = { from: last.from, to: Math.max(last.to, to) };
    else busy.push({ from, to });
  }
  return busy;
}

function positionIn(stretches: readonly Stretch[], time: number): number {
  const stretch = stretches.find(({ to }) => time <= to);
  if (stretch === undefined) return stretches.length === 0 ? 0 : 1;
  const { from, to, left, right } = stretch;
  return to > from ? left + (right - left) * Math.max(0, (time - from) / (to - from)) : left;
}
