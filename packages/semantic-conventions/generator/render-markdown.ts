export const MARKDOWN_HEADER = '<!-- Generated from registry/*.yaml. DO NOT EDIT, run `pnpm generate`. -->\n';

/** A table, padded as the formatter pads it, so that formatting leaves generated text as it is. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [head, ...rows].map((row) => row.map((cell) => cell.replaceAll('|', '\\|')));
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[], fill: string): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0, fill)).join(' | ')} |\n`;
  const [first = [], ...others] = cells;
  return (
    line(first, ' ') +
    line(
      head.map(() => '---'),
      '-',
    ) +
    others.map((row) => line(row, ' ')).join('')
  );
}

export function code(text: string | number | boolean): string {
  return `\`${text}\``;
}
