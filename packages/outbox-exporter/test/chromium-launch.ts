import { chromiumLaunchOptions } from '@chatspan-tools/browsers/chromium';
import type { LaunchOptions } from 'playwright';

// These make the browser one process that ignores CORS: no tab could crash alone, and no preflight would fail.
const UNWANTED = /^--(single-process|no-zygote|disable-web-security|disable-site-isolation-trials)/;

/** Launch options for tests of CORS and of tabs that die. */
export async function chromiumLaunch(): Promise<LaunchOptions> {
  const options = await chromiumLaunchOptions();
  return { ...options, args: options.args.filter((arg) => !UNWANTED.test(arg)) };
}
