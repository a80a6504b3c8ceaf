import type { KillableBrowser } from '@chatspan/outbox-exporter/test/killable-browser';
import { startBrowser } from '@chatspan/outbox-exporter/test/killable-browser';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from '../src/temporary-folder.ts';

/** What a shopper's browser keeps when it is closed or killed. */
export interface BrowserProfile {
  /** Starts the browser on it; of its browsers none outlives the test, not even one that fails. */
  start(): Promise<KillableBrowser>;
}

export async function newProfile(): Promise<BrowserProfile> {
  const folder = await temporaryFolder();
  const running = new Set<KillableBrowser>();
  onTestFinished(async () => {
    for (const browser of running) await browser.kill();
    await folder.remove();
  });
  return {
    async start() {
      const browser = await startBrowser(folder.path);
      running.add(browser);
      return {
        newPage: browser.newPage,
        async kill() {
          running.delete(browser);
          await browser.kill();
        },
        async close() {
          await browser.close();
          running.delete(browser);
        },
      };
    },
  };
}
