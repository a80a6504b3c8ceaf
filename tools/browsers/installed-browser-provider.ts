import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineBrowserProvider } from '@vitest/browser';
import type { BrowserConfigOptions, BrowserProvider, TestProject } from 'vitest/node';
import type { Engine } from './engine-launch.ts';
import { ENGINES, engineLaunch } from './engine-launch.ts';
import type { VirtualDisplay } from './installed-browsers.ts';
import { chosenBrowsers, executableOf, startVirtualDisplay } from './installed-browsers.ts';

/**
 * Those of Firefox and WebKit that are chosen, as the browsers of a vitest project: `<name>-firefox`,
 * `<name>-webkit`. With none chosen vitest leaves the project out.
 *
 * @throws {Error} when `CHATSPAN_BROWSERS` has an unknown name
 */
export function chosenEngines(name: string): Pick<BrowserConfigOptions, 'provider' | 'instances'> {
  const chosen: readonly string[] = chosenBrowsers();
  return {
    provider: defineBrowserProvider({
      name: 'installed',
      supportedBrowser: ENGINES,
      providerFactory: (project) => new InstalledBrowserProvider(project),
    }),
    instances: ENGINES.filter((engine) => chosen.includes(engine)).map((browser) => ({
      browser,
      name: `${name}-${browser}`,
    })),
  };
}

/** Opens the tests' page in a browser that gets a URL and a folder of its own, and nothing else. */
class InstalledBrowserProvider implements BrowserProvider {
  readonly name = 'installed';
  readonly supportsParallelism = false;
  readonly #engine: Engine;
  #folder: string | undefined;
  #process: ChildProcess | undefined;
  #display: VirtualDisplay | undefined;

  constructor(project: TestProject) {
    this.#engine = project.config.browser.name as Engine;
    // The page asks for its size before each file; here it has the size of the window.
    project.browser?.registerCommand('__vitest_viewport' as never, (() => {}) as never);
  }

  getCommandsContext(): Record<string, unknown> {
    return {};
  }

  async openPage(_sessionId: string, url: string): Promise<void> {
    const executable = executableOf(this.#engine);
    process.once('exit', this.#end);
    this.#folder = mkdtempSync(join(tmpdir(), 'chatspan-browser-'));
    if (this.#engine === 'webkit') this.#display = await startVirtualDisplay();
    const { args, env } = engineLaunch(this.#engine, this.#folder, this.#display?.name ?? '');
    this.#process = spawn(executable, [...args, url], {
      // Leads a process group, with which everything that it starts ends.
      detached: true,
      stdio: 'ignore',
      env: { ...process.env, ...env },
    });
    await once(this.#process, 'spawn');
  }

  async close(): Promise<void> {
    process.off('exit', this.#end);
    this.#end();
    await this.#display?.[Symbol.asyncDispose]();
  }

  readonly #end = (): void => {
    const { pid, exitCode, signalCode } = this.#process ?? {};
    if (pid && exitCode === null && signalCode === null) process.kill(-pid, 'SIGKILL');
    if (this.#folder) rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  };
}
