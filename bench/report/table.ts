/** A Markdown table. The first `texts` columns are texts; the others are figures and stand to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[], texts = 1): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, column) => (column < texts ? '---' : '--:'));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

/** A figure with its thousands apart; without a fraction from 100 on. */
export function figure(value: number, digits = 1): string {
  if (!Number.isFinite(value)) return '–';
  const fraction = Math.abs(value) >= 100 ? 0 : digits;
  return value.toLocaleString('en-US', { minimumFractionDigits: fraction, maximumFractionDigits: fraction });
}
