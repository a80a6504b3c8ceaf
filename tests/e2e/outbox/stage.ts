import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright';
import type { Pipeline } from '../src/faults/start-pipeline.ts';
import { startPipeline } from '../src/faults/start-pipeline.ts';
import { launchBrowser } from '../src/open-tab.ts';
import { serveBuiltPage } from '../src/serve-built-page.ts';
import type { Chat } from './chat.ts';
import { newChat } from './chat.ts';
import { ChatTab } from './chat-tab.ts';
import { withEachExporter } from './with-each-exporter.ts';

/** The real back ends, the page and a browser, for all scenarios of a file. */
export interface Stage {
  readonly pipeline: Pipeline;
  readonly browser: Browser;
  /** A new tab in which the page is loaded. */
  openTab(window: Pick<BrowserContext, 'newPage'>, chat: Chat): Promise<ChatTab>;
  /** For each exporter a visitor of its own with one tab, in a browser that has never been to the page. */
  openVisits(otlpUrl: string): Promise<ChatTab[]>;
  close(): Promise<void>;
}

export async function openStage(): Promise<Stage> {
  const pipeline = await startPipeline();
  const pages = await serveBuiltPage(join(import.meta.dirname, 'chat-page'));
  const browser = await launchBrowser();
  const openTab: Stage['openTab'] = async (window, chat) => {
    const tab = new ChatTab(await window.newPage(), chat, pages.origin);
    await tab.load();
    return tab;
  };
  return {
    pipeline,
    browser,
    openTab,
    openVisits: (otlpUrl) =>
      withEachExporter(async (exporter) => openTab(await browser.newContext(), newChat(exporter, otlpUrl))),
    async close() {
      await browser.close();
      await pages.close();
      await pipeline.close();
    },
  };
}
