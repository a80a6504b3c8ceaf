import chromium from '@sparticuz/chromium';

/** How tests and benchmarks start Chromium: the build that the npm registry ships, no download. */
export async function chromiumLaunchOptions(): Promise<{
  executablePath: string;
  args: string[];
  headless: true;
}> {
  return {
    executablePath: await chromium.executablePath(),
    args: [...chromium.args, '--no-sandbox', '--disable-background-networking', '--disable-component-update'],
    headless: true,
  };
}
