import { element } from '../../element.ts';
import { axisBackground, axisHeader } from './axis-header.ts';
import { axisTicks } from './axis-ticks.ts';
import { markAt } from './event-marks.ts';
import type { GridMove } from './grid-keys.ts';
import { gridMove } from './grid-keys.ts';
import type { Waterfall } from './grid-rows.ts';
import { gridRows } from './grid-rows.ts';
import type { Span, SpanEvent } from './span.ts';
import type { TimeAxis } from './time-axis.ts';

/** Nearer to the end than this counts as the end, in pixels: then the grid scrolls on as rows arrive. */
const nearEnd = 40;

export interface TraceGrid {
  readonly element: HTMLElement;
  show(waterfall: Waterfall): void;
  clear(): void;
  /** Takes the selection back and puts the focus on the row that had it. */
  deselect(): void;
}

/**
 * The waterfall as a treegrid: one tab stop, arrow keys within.
 * @param onSelect Gets the span that was chosen, and the event when it was chosen by its mark.
 */
export function traceGrid(onSelect: (span: Span | undefined, event?: SpanEvent) => void): TraceGrid {
  const axisCell = element('div', { class: 'axis', role: 'columnheader', 'aria-label': 'Timeline' });
  const head = element(
    'div',
    { class: 'trace-head', role: 'row' },
    element('div', { class: 'visually-hidden', role: 'columnheader' }, 'Span'),
    element('div', { class: 'visually-hidden', role: 'columnheader' }, 'Duration'),
    axisCell,
  );
  const body = element('div', { class: 'trace-rows', role: 'rowgroup' });
  const grid = element(
    'div',
    {
      class: 'trace-grid',
      role: 'treegrid',
      'aria-label': 'Spans of this chat',
      'data-testid': 'trace-grid',
    },
    head,
    body,
  );
  const rows = gridRows(body);
  let axis: TimeAxis | undefined;
  const marksAt = (index: number) => [
    ...(rows.elementAt(index)?.querySelectorAll<HTMLElement>('.mark') ?? []),
  ];

  function select(span: Span | undefined, event?: SpanEvent): void {
    rows.select(span);
    onSelect(span, event);
    // The details have taken room from the rows.
    rows.elementAt(rows.rows.findIndex((row) => row.span === span))?.scrollIntoView({ block: 'nearest' });
  }

  function toggleSelection(index: number): void {
    const span = rows.rows[index]?.span;
    select(span === rows.selected ? undefined : span);
  }

  function carryOut(move: GridMove, index: number): void {
    if (move.kind === 'select') toggleSelection(index);
    else if (move.kind === 'mark') marksAt(index)[move.index]?.focus();
    else if (move.kind === 'row') {
      rows.elementAt(move.index)?.focus();
      // Once something is selected, the details follow.
      if (rows.selected !== undefined) select(rows.rows[move.index]?.span);
    } else rows.toggle(index);
  }

  body.addEventListener('click', ({ target }) => {
    const index = rows.indexOf(target);
    const mark = markAt(target);
    if (mark) select(mark.span, mark.group.events[0]);
    else if (target instanceof Element && target.closest('.span-toggle')) rows.toggle(index);
    else toggleSelection(index);
  });
  body.addEventListener('focusin', ({ target }) => rows.setCurrent(rows.rows[rows.indexOf(target)]?.span));
  body.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const { key, target } = event;
    const index = rows.indexOf(target);
    const marks = marksAt(index);
    const mark = markAt(target);
    // A button answers to Enter and Space by itself.
    if (mark && (key === 'Enter' || key === ' ')) return;
    const move = gridMove(key, rows.rows, index, mark && marks.indexOf(mark.button), marks.length);
    if (move === undefined) return;
    event.preventDefault();
    carryOut(move, index);
  });

  function drawAxis(): void {
    const widthPx = axisCell.clientWidth;
    if (axis === undefined || widthPx === 0) return;
    const ticks = axisTicks(axis, widthPx);
    axisCell.replaceChildren(...axisHeader(axis, ticks, widthPx));
    head.classList.toggle('has-cuts', axis.stretches.length > 1);
    grid.style.setProperty('--axis', axisBackground(axis, ticks));
  }
  new ResizeObserver(drawAxis).observe(axisCell);

  return {
    element: grid,
    show(waterfall) {
      const isAtEnd = grid.scrollTop + grid.clientHeight >= grid.scrollHeight - nearEnd;
      axis = waterfall.axis;
      drawAxis();
      rows.draw(waterfall);
      if (isAtEnd) grid.scrollTop = grid.scrollHeight;
    },
    clear() {
      axis = undefined;
      axisCell.replaceChildren();
      rows.clear();
      onSelect(undefined);
    },
    deselect() {
      select(undefined);
      rows.elementAt(rows.rows.findIndex(({ span }) => span === rows.current))?.focus();
    },
  };
}
