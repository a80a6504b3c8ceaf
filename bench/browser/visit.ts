import type { Browser, BrowserContext, Page } from 'playwright';
import type { Shop } from '../loopback/shop.ts';
import type { Sink } from '../loopback/sink.ts';
import { startSink } from '../loopback/sink.ts';
import type { Row } from '../rows.ts';

/** A visitor with storage of their own, and the sink that this visitor's peer sends to. */
export interface Visit {
  readonly row: Row;
  readonly context: BrowserContext;
  readonly page: Page;
  readonly sink: Sink;
  /** What the pages threw. */
  readonly errors: string[];
  /** Opens one more page of the shop, with the same peer. */
  open(path: '' | 'next/'): Promise<Page>;
  url(path: '' | 'next/'): string;
  end(): Promise<void>;
}

// Peers leave bots out, and headless browsers say that they are.
const DESKTOP = (version: string) =>
  `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version.split('.')[0]}.0.0.0 Safari/537.36`;

/** Opens a row's page in a fresh context. `init` runs before the page's own scripts. */
export async function startVisit(
  { browser, shop, latency }: { browser: Browser; shop: Shop; latency: number },
  row: Row,
  init?: () => void,
): Promise<Visit> {
  const sink = await startSink(latency);
  const context = await browser.newContext({ userAgent: DESKTOP(browser.version()) });
  const errors: string[] = [];
  if (init) await context.addInitScript(init);
  const url = (path: string) => `${shop.url}/${row.id}/${path}?sink=${encodeURIComponent(sink.url)}`;
  const open = async (path: string): Promise<Page> => {
    const page = await context.newPage();
    page.on('pageerror', (error) => errors.push(`${row.id}: ${error.message}`));
    await page.goto(url(path));
    await page.waitForFunction(() => window.bench !== undefined || window.timePairs !== undefined);
    return page;
  };
  return {
    row,
    context,
    sink,
    errors,
    url,
    open,
    page: await open(''),
    async end() {
      await context.close();
      await sink.close();
    },
  };
}
