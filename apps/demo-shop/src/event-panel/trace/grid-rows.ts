import { placeInOrder } from '../place-in-order.ts';
import type { Span } from './span.ts';
import type { SpanRowElement } from './span-row.ts';
import { spanRow } from './span-row.ts';
import type { SpanNode, SpanRow } from './span-tree.ts';
import { visibleRows } from './span-tree.ts';
import type { TimeAxis } from './time-axis.ts';

/** What the rows show. */
export interface Waterfall {
  readonly roots: readonly SpanNode[];
  readonly axis: TimeAxis;
  /** Of each service, as a CSS value. */
  readonly colors: ReadonlyMap<string, string>;
  /** What an orphan says of its parent. */
  readonly orphanNote: string;
}

/** The rows of the waterfall: which there are, which is selected, which can be reached by Tab. */
export interface GridRows {
  readonly rows: readonly SpanRow[];
  readonly current: Span | undefined;
  readonly selected: Span | undefined;
  draw(waterfall: Waterfall): void;
  clear(): void;
  elementAt(index: number): HTMLElement | undefined;
  /** The index of the row that a node of the DOM is in; -1 when it is in none. */
  indexOf(node: EventTarget | null): number;
  select(span: Span | undefined): void;
  /** The row that is in the tab order: the one that had the focus last. */
  setCurrent(span: Span | undefined): void;
  /** Shows or hides what is below a row. */
  toggle(index: number): void;
}

export function gridRows(body: HTMLElement): GridRows {
  const collapsed = new Set<string>();
  const elements = new Map<string, SpanRowElement>();
  let waterfall: Waterfall | undefined;
  let rows: SpanRow[] = [];
  let currentId: string | undefined;
  let selectedId: string | undefined;

  const elementOf = (row: SpanRow | undefined) => elements.get(row?.span.spanId ?? '')?.element;
  const spanOf = (id: string | undefined) => elements.get(id ?? '')?.span;

  function place(): void {
    if (waterfall === undefined) return;
    const { roots, axis, colors, orphanNote } = waterfall;
    const isFirst = elements.size === 0;
    rows = visibleRows(roots, collapsed);
    const placed = rows.map((row) => {
      const { span } = row;
      const known = elements.get(span.spanId);
      const shown = known ?? spanRow(span, colors.get(span.service) ?? '');
      if (!known) elements.set(span.spanId, shown);
      shown.element.classList.toggle('is-new', !known && !isFirst);
      shown.place(row, axis, orphanNote);
      return shown.element;
    });
    placeInOrder(body, placed);
    mark();
  }

  function mark(): void {
    if (!rows.some(({ span }) => span.spanId === currentId)) currentId = rows[0]?.span.spanId;
    for (const row of rows) {
      const { spanId } = row.span;
      elementOf(row)?.setAttribute('tabindex', spanId === currentId ? '0' : '-1');
      elementOf(row)?.setAttribute('aria-selected', String(spanId === selectedId));
    }
  }

  return {
    get rows() {
      return rows;
    },
    get current() {
      return spanOf(currentId);
    },
    get selected() {
      return spanOf(selectedId);
    },
    draw(next) {
      waterfall = next;
      place();
    },
    clear() {
      waterfall = undefined;
      rows = [];
      elements.clear();
      collapsed.clear();
      selectedId = undefined;
      body.replaceChildren();
    },
    elementAt: (index) => elementOf(rows[index]),
    indexOf(node) {
      const element = node instanceof Element ? node.closest('.span-row') : null;
      return rows.findIndex((row) => elementOf(row) === element);
    },
    select(span) {
      selectedId = span?.spanId;
      if (span !== undefined) currentId = span.spanId;
      mark();
    },
    setCurrent(span) {
      currentId = span?.spanId ?? currentId;
      mark();
    },
    toggle(index) {
      const row = rows[index];
      if (row === undefined || row.children.length === 0) return;
      if (row.isExpanded) collapsed.add(row.span.spanId);
      else collapsed.delete(row.span.spanId);
      place();
    },
  };
}
