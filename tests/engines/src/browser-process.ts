import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A browser that was started, with all processes that it starts itself. */
export interface BrowserProcess {
  readonly exited: Promise<unknown>;
  /** SIGKILL for all its processes, as a crash or a machine that is switched off. */
  kill(): Promise<void>;
}

/** Starts a program in a process group of its own. */
export function startProcess(
  command: string,
  args: string[],
  environment: Record<string, string> = {},
): BrowserProcess & { output: AsyncIterable<string> } {
  const child = spawn(command, args, {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...environment },
  });
  const exited = once(child, 'exit');
  return {
    exited,
    output: createInterface(child.stderr),
    async kill() {
      if (child.exitCode === null && child.signalCode === null) process.kill(-(child.pid ?? 0), 'SIGKILL');
      await exited;
    },
  };
}

/** The first match in what a program says. @throws {Error} with all it said when it ends before */
export async function findInOutput(output: AsyncIterable<string>, pattern: RegExp): Promise<string> {
  const lines: string[] = [];
  for await (const line of output) {
    lines.push(line);
    const [, match] = pattern.exec(line) ?? [];
    if (match) return match;
  }
  throw new Error(`the browser did not start:\n${lines.join('\n')}`);
}
