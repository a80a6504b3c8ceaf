import type { LaunchOptions } from 'playwright';
import { chromiumLaunchOptions } from '../../../chromium.ts';

// These make the browser one process that ignores CORS: no preflight would be seen, and no tab would end alone.
const UNWANTED = /^--(single-process|no-zygote|disable-web-security|disable-site-isolation-trials)/;

/** Launch options of a browser with the rules of a shopper's. */
export async function chromiumLaunch(): Promise<LaunchOptions> {
  const options = await chromiumLaunchOptions();
  return { ...options, args: options.args.filter((arg) => !UNWANTED.test(arg)) };
}
