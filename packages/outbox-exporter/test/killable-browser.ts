import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Browser, Page } from 'playwright';
import { chromium } from 'playwright';
import { chromiumLaunch } from './chromium-launch.ts';

export interface KillableBrowser {
  newPage(): Promise<Page>;
  /** SIGKILL for the browser and all its processes. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

/** A Chromium with its profile in a folder, so that what it stored is there when it is started again. */
export async function startBrowser(profile: string): Promise<KillableBrowser> {
  const { executablePath = '', args = [] } = await chromiumLaunch();
  const flags = [...args, `--user-data-dir=${profile}`, '--remote-debugging-port=0', '--no-first-run'];
  // A process group of its own, so that its children die with it.
  const process_ = spawn(executablePath, [...flags, 'about:blank'], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const exited = once(process_, 'exit');
  const browser = await connect(createInterface(process_.stderr));
  const [context] = browser.contexts();
  if (!context) throw new Error('the browser was started without its default context');
  return {
    newPage: () => context.newPage(),
    kill: async () => {
      process.kill(-(process_.pid ?? 0), 'SIGKILL');
      await exited;
    },
    close: async () => {
      const session = await browser.newBrowserCDPSession();
      // The answer may be lost with the connection.
      await Promise.race([session.send('Browser.close'), exited]);
      await exited;
    },
  };
}

async function connect(output: AsyncIterable<string>): Promise<Browser> {
  const lines: string[] = [];
  for await (const line of output) {
    lines.push(line);
    const [, address] = /^DevTools listening on (ws:\S+)/.exec(line) ?? [];
    if (address) return chromium.connectOverCDP(address);
  }
  throw new Error(`the browser did not start:\n${lines.join('\n')}`);
}
