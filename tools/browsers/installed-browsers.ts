import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync } from 'node:fs';

/** Browsers of the machine, beside the Chromium that comes from the npm registry. */
const INSTALLED_BROWSERS = ['firefox', 'webkit', 'chrome'] as const;

export type InstalledBrowser = (typeof INSTALLED_BROWSERS)[number];

/** Where Debian has them, and the package that brings each. */
const PLACES: Record<InstalledBrowser, { readonly paths: readonly string[]; readonly package: string }> = {
  firefox: { paths: ['/usr/bin/firefox-esr', '/usr/bin/firefox'], package: 'firefox-esr' },
  webkit: { paths: ['/usr/lib/*/webkit2gtk-4.1/MiniBrowser'], package: 'webkit2gtk-driver' },
  chrome: { paths: ['/usr/bin/chromium', '/usr/bin/google-chrome'], package: 'chromium' },
};

/**
 * The browsers to test with beside the packaged Chromium: those named in `CHATSPAN_BROWSERS`, separated by commas.
 * Default: none.
 *
 * @throws {Error} for a name that is none of {@link INSTALLED_BROWSERS}
 */
export function chosenBrowsers(value: string = process.env.CHATSPAN_BROWSERS ?? ''): InstalledBrowser[] {
  const names = new Set(value.split(',').flatMap((name) => name.trim() || []));
  return [...names].map((name) => {
    const browser = INSTALLED_BROWSERS.find((known) => known === name);
    if (browser) return browser;
    throw new Error(`CHATSPAN_BROWSERS: "${name}" is none of ${INSTALLED_BROWSERS.join(', ')}`);
  });
}

/**
 * Where a browser is, in the file system that begins at `root`.
 *
 * @throws {Error} when it is not installed
 */
export function executableOf(browser: InstalledBrowser, root = ''): string {
  const { package: name } = PLACES[browser];
  const paths = PLACES[browser].paths.map((path) => root + path);
  const [found] = paths.flatMap((path) => globSync(path)).filter((path) => existsSync(path));
  if (found) return found;
  throw new Error(`${browser} is in none of ${paths.join(', ')}: apt-get install ${name}`);
}

/** A display that nobody sees, for a browser that needs one. */
export interface VirtualDisplay extends AsyncDisposable {
  /** The value of `DISPLAY`. */
  readonly name: string;
}

/** @throws {Error} when Xvfb is not installed or does not start */
export async function startVirtualDisplay(command = 'Xvfb'): Promise<VirtualDisplay> {
  const server = spawn(command, ['-displayfd', '1', '-screen', '0', '1280x800x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const failed = once(server, 'error').then(([error]) => {
    throw new Error(`Xvfb did not start: apt-get install xvfb (${error})`);
  });
  const ended = once(server, 'exit').then(([code]) => {
    throw new Error(`Xvfb ended with code ${code}`);
  });
  const [number] = await Promise.race([once(server.stdout, 'data'), failed, ended]);
  for (const late of [failed, ended]) late.catch(() => {});
  const end = (): boolean => server.kill();
  process.once('exit', end);
  return {
    name: `:${String(number).trim()}`,
    async [Symbol.asyncDispose]() {
      process.off('exit', end);
      const gone = once(server, 'exit');
      end();
      await gone;
    },
  };
}
