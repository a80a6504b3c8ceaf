import { element } from '../../element.ts';
import { dottedName } from '../dotted-name.ts';
import { placeMarks } from './event-marks.ts';
import { formatDuration } from './format-duration.ts';
import type { Span } from './span.ts';
import { errorOf, spanGist } from './span-gist.ts';
import type { SpanRow } from './span-tree.ts';
import type { TimeAxis } from './time-axis.ts';

export interface SpanRowElement {
  readonly element: HTMLElement;
  readonly span: Span;
  /** Where it stands in the tree and on the axis; what the span itself says never changes. */
  place(row: SpanRow, axis: TimeAxis, orphanNote: string): void;
}

/** A row of the waterfall: name and duration, and below them the bar with its events. */
export function spanRow(span: Span, color: string): SpanRowElement {
  const note = element('span', { class: 'span-note' });
  const bar = element('span', { class: 'span-bar' });
  const track = element('div', { class: 'span-track', role: 'gridcell' }, bar);
  const error = errorOf(span);
  const gist = spanGist(span);
  const label = element(
    'div',
    { class: 'span-label', role: 'gridcell' },
    element('span', { class: 'span-toggle', 'aria-hidden': 'true' }),
    element('span', { class: 'span-dot', 'aria-hidden': 'true' }),
    dottedName(span.name),
    element('span', { class: 'visually-hidden' }, ` of ${span.service}`),
    error === undefined ? undefined : element('span', { class: 'span-error' }, error),
    gist === '' ? undefined : element('span', { class: 'span-gist' }, gist),
    note,
  );
  const duration = element(
    'div',
    { class: 'span-duration', role: 'gridcell' },
    formatDuration(span.end - span.start),
  );
  const row = element(
    'div',
    {
      class: 'span-row',
      role: 'row',
      'data-testid': 'trace-span',
      'data-span-id': span.spanId,
      'data-span-name': span.name,
      'data-service': span.service,
      'data-failed': error === undefined ? undefined : '',
      style: `--service: ${color}`,
    },
    label,
    duration,
    track,
  );

  return {
    element: row,
    span,
    place({ level, position, siblings, children, isExpanded, isOrphan }, axis, orphanNote) {
      row.style.setProperty('--level', String(level - 1));
      row.setAttribute('aria-level', String(level));
      row.setAttribute('aria-posinset', String(position));
      row.setAttribute('aria-setsize', String(siblings));
      if (children.length > 0) row.setAttribute('aria-expanded', String(isExpanded));
      else row.removeAttribute('aria-expanded');
      note.textContent = isOrphan ? orphanNote : '';
      const left = axis.position(span.start);
      bar.style.left = `${left * 100}%`;
      bar.style.width = `${(axis.position(span.end) - left) * 100}%`;
      placeMarks(track, span, axis);
    },
  };
}
