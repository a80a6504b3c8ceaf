import chromium from '@sparticuz/chromium';

/** How tests and benchmarks start Chromium: the build that the npm registry ships, no download. */
export interface ChromiumLaunchOptions {
  executablePath: string;
  args: string[];
  headless: true;
}

/**
 * The package's own `args` are left out: made for serverless machines, they run everything in one process and turn
 * the same-origin policy off, so that CORS would go untested.
 */
export async function chromiumLaunchOptions(): Promise<ChromiumLaunchOptions> {
  return {
    executablePath: await chromium.executablePath(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
    headless: true,
  };
}
