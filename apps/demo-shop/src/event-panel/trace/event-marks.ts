import { element } from '../../element.ts';
import { formatDuration } from './format-duration.ts';
import type { MarkGroup } from './mark-groups.ts';
import { groupMarks, isInteraction } from './mark-groups.ts';
import type { Span } from './span.ts';
import type { TimeAxis } from './time-axis.ts';

/** What a mark on a bar stands for. */
export interface Mark {
  readonly span: Span;
  readonly group: MarkGroup;
}

const marks = new WeakMap<Element, Mark>();

/** The mark that an event of the DOM came from, and its button. */
export function markAt(target: EventTarget | null): (Mark & { readonly button: HTMLElement }) | undefined {
  const button = target instanceof Element ? target.closest<HTMLElement>('.mark') : null;
  const mark = button === null ? undefined : marks.get(button);
  return button === null || mark === undefined ? undefined : { ...mark, button };
}

/** Puts one button a mark onto a span's track; buttons that are there already move. */
export function placeMarks(track: HTMLElement, span: Span, axis: TimeAxis): void {
  const groups = groupMarks(span.events, axis);
  const there = track.querySelectorAll<HTMLElement>('.mark');
  for (const [i, group] of groups.entries()) {
    const button = there[i] ?? track.appendChild(element('button', { type: 'button', tabindex: '-1' }));
    const kind = group.events.some(isInteraction) ? 'interaction' : 'timing';
    button.className = `mark mark-${kind}`;
    button.dataset.testid = 'trace-mark';
    button.style.left = `${group.position * 100}%`;
    button.setAttribute('aria-label', markLabel(span, group));
    marks.set(button, { span, group });
  }
  for (const surplus of [...there].slice(groups.length)) surplus.remove();
}

function markLabel(span: Span, { events }: MarkGroup): string {
  const [first] = events;
  const at = first === undefined ? '' : formatDuration(Math.max(0, first.time - span.start));
  return `Span event ${events.map(({ name }) => name).join(', ')}, ${at} after its span began`;
}
