import { chromiumLaunchOptions } from '@chatspan-tools/browsers/chromium';
import type { Browser } from 'playwright';
import { chromium } from 'playwright';

/** Starts Chromium so that it reaches loopback and nothing else. */
export async function startBrowser(): Promise<Browser> {
  const options = await chromiumLaunchOptions();
  const args = [...options.args, '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'];
  return chromium.launch({ ...options, args });
}
