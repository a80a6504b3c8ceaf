import type { InstalledBrowser } from '@chatspan-tools/browsers/installed-browsers';
import { startChrome } from './chrome.ts';
import type { Browser } from './engine.ts';
import { startFirefox } from './firefox.ts';
import { startWebkit } from './webkit.ts';

export function startBrowser(browser: InstalledBrowser, profile: string): Promise<Browser> {
  if (browser === 'webkit') return startWebkit();
  return browser === 'firefox' ? startFirefox(profile) : startChrome(profile);
}
