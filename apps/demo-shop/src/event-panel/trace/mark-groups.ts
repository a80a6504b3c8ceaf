import type { SpanEvent } from './span.ts';
import type { TimeAxis } from './time-axis.ts';

/** Closer than this share of the axis, two marks would cover each other. */
const closest = 0.04;

export interface MarkGroup {
  /** 0 to 1. */
  readonly position: number;
  /** In the order of their time. */
  readonly events: readonly SpanEvent[];
}

/** Puts events that are next to each other on the axis under one mark, at the first one's place. */
export function groupMarks(events: readonly SpanEvent[], axis: TimeAxis): MarkGroup[] {
  const groups: { position: number; events: SpanEvent[] }[] = [];
  for (const event of [...events].sort((a, b) => a.time - b.time)) {
    const position = axis.position(event.time);
    const last = groups.at(-1);
    if (last && position - last.position < closest) last.events.push(event);
    else groups.push({ position, events: [event] });
  }
  return groups;
}

/** Whether the shopper did it, as opposed to what the browser says of a request. */
export function isInteraction({ name }: SpanEvent): boolean {
  return name.startsWith('shopping_chat.');
}
