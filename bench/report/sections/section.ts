import type { Measured } from '../../results/results.ts';
import type { Row } from '../../rows.ts';

/** How a part is shown. */
export interface Section<Part extends keyof Measured> {
  title: string;
  /** What the figures are, and the figures. */
  text(result: Measured[Part], labels: ReadonlyMap<Row['id'], string>): string;
}
