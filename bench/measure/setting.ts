import type { Browser } from 'playwright';
import type { Shop } from '../loopback/shop.ts';
import type { Options } from '../options.ts';
import type { Row } from '../rows.ts';

/** What every measurement is given. */
export interface Setting {
  readonly browser: Browser;
  /** Has the pages of all rows. */
  readonly shop: Shop;
  readonly rows: readonly Row[];
  readonly options: Options;
  /** Says on stderr what is being done. */
  progress(text: string): void;
}
