import type { Page } from 'playwright';

/** The waterfall, one line a row: the name of the span, indented by its level. */
export function outline(page: Page): Promise<string[]> {
  return page
    .getByTestId('trace-span')
    .evaluateAll((rows) =>
      rows.map((row) => ' '.repeat(Number(row.ariaLevel) - 1) + row.getAttribute('data-span-name')),
    );
}
