import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalBackend } from '@chatspan/local-backend/server';
import { chromiumLaunchOptions } from '@chatspan-tools/browsers/chromium';
import { startChildServer } from '@chatspan-tools/processes/child-server';
import type { Page } from 'playwright';
import { chromium } from 'playwright';
import { serveShop } from '../../../server/serve-shop.ts';

const chatMain = join(import.meta.dirname, '../../../../demo-chat-backend/src/main.ts');

export interface LiveStage {
  /** Opens a page of the shop in a fresh browser session, with an open panel. */
  visit(path: string): Promise<Page>;
  close(): Promise<void>;
}

/** The shop with all that is behind it: the real local back end, and the chat backend as a process of its own. */
export async function openLiveStage(): Promise<LiveStage> {
  const ends: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (const end of ends.splice(0).reverse()) await end();
  };
  try {
    const dataDir = await mkdtemp(join(tmpdir(), 'chatspan-panel-'));
    ends.push(() => rm(dataDir, { recursive: true, force: true }));
    const backend = await startLocalBackend({ dataDir, otlpPort: 0, clickhousePort: 0 });
    ends.push(backend.close);
    const { otlpUrl = '', clickhouseUrl, readerUser: clickhouseUser } = backend;
    const chat = await startChildServer({
      name: 'The chat backend',
      command: process.execPath,
      args: [chatMain],
      env: { ...process.env, CHATSPAN_CHAT_PORT: '0', OTEL_EXPORTER_OTLP_ENDPOINT: otlpUrl },
      find: [/^ready: (\S+)$/],
    });
    ends.push(chat.close);
    const addresses = { otlpUrl, clickhouseUrl, clickhouseUser, chatUrl: chat.found[0] ?? '' };
    const shop = await serveShop({ port: 0, clickhousePassword: backend.readerPassword, ...addresses });
    ends.push(shop.close);
    const browser = await chromium.launch(await chromiumLaunchOptions());
    ends.push(() => browser.close());
    return {
      async visit(path) {
        const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
        context.setDefaultTimeout(15_000);
        const page = await context.newPage();
        await page.goto(shop.url + path);
        return page;
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
