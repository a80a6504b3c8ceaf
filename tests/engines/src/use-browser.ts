import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InstalledBrowser } from '@chatspan-tools/browsers/installed-browsers';
import { afterAll, beforeAll } from 'vitest';
import type { Browser } from './engine.ts';
import { startBrowser } from './start-browser.ts';
import { Tab } from './tab.ts';

/** Starts a browser with an empty profile before the tests of this group, and ends it after. */
export function useBrowser(browser: InstalledBrowser): { open(url: string): Promise<Tab> } {
  let profile = '';
  let running: Browser | undefined;
  beforeAll(async () => {
    profile = await mkdtemp(join(tmpdir(), 'engine-'));
    running = await startBrowser(browser, profile);
  });
  afterAll(async () => {
    await running?.kill();
    await rm(profile, { recursive: true });
  });
  return {
    async open(url) {
      if (!running) throw new Error(`${browser} was not started`);
      const tab = new Tab(await running.openTab());
      await tab.goto(url);
      return tab;
    },
  };
}
