import type { SpanRow } from './span-tree.ts';

/** What a key does to the rows of the waterfall, after the treegrid pattern of WAI-ARIA's authoring practices. */
export type GridMove =
  | { readonly kind: 'row'; readonly index: number }
  | { readonly kind: 'mark'; readonly index: number }
  | { readonly kind: 'expand' | 'collapse' | 'select' };

/**
 * @param index The row that has the focus.
 * @param mark Which of its marks has it, if one has.
 * @param marks How many marks the row has.
 * @returns nothing when the key has no meaning here, so that the page may have it.
 */
export function gridMove(
  key: string,
  rows: readonly SpanRow[],
  index: number,
  mark: number | undefined,
  marks: number,
): GridMove | undefined {
  const row = rows[index];
  if (row === undefined) return undefined;
  const toRow = (to: number): GridMove | undefined =>
    to === index && mark === undefined ? undefined : { kind: 'row', index: to };
  switch (key) {
    case 'ArrowDown':
      return toRow(Math.min(index + 1, rows.length - 1));
    case 'ArrowUp':
      return toRow(Math.max(index - 1, 0));
    case 'Home':
      return toRow(0);
    case 'End':
      return toRow(rows.length - 1);
    case 'ArrowRight':
      if (mark === undefined && row.children.length > 0 && !row.isExpanded) return { kind: 'expand' };
      return (mark ?? -1) + 1 < marks ? { kind: 'mark', index: (mark ?? -1) + 1 } : undefined;
    case 'ArrowLeft':
      if (mark !== undefined) return mark > 0 ? { kind: 'mark', index: mark - 1 } : toRow(index);
      return row.isExpanded ? { kind: 'collapse' } : toRow(parentIndex(rows, index));
    case 'Enter':
    case ' ':
      return { kind: 'select' };
    default:
      return undefined;
  }
}

function parentIndex(rows: readonly SpanRow[], index: number): number {
  const level = rows[index]?.level ?? 1;
  const above = rows.slice(0, index).findLastIndex((row) => row.level < level);
  return above === -1 ? index : above;
}
