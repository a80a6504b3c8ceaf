import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export interface ChildServer {
  pid: number;
  /** The values that `find` named, in its order. */
  found: string[];
  /** Sends a signal and resolves when the process has ended. */
  kill(signal: NodeJS.Signals): Promise<void>;
  /** The exit code once it has ended by itself; null while it runs and when a signal ended it. */
  exitCode(): number | null;
  /** Asks the process to end, resolves when it has. After `closeWithinMillis` it is killed. */
  close(): Promise<void>;
}

export interface ChildServerOptions {
  name: string;
  command: string;
  args: string[];
  env: Record<string, string>;
  cwd?: string;
  /** One pattern for each value to read from the output; group 1 is the value. The server is ready when all matched. */
  find: RegExp[];
  /** Called with each line of output. */
  onLine?: (line: string) => void;
  /** Default 60 s. */
  readyWithinMs?: number;
  /** Default 20 s. */
  closeWithinMillis?: number;
}

/** Starts a server as a child process, and resolves when its output says that it listens. */
export async function startChildServer(options: ChildServerOptions): Promise<ChildServer> {
  const { name, find } = options;
  const child = spawn(options.command, options.args, {
    env: options.env,
    cwd: options.cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    // A process group of its own: Ctrl-C reaches only us, and we stop our children in order.
    detached: true,
  });
  const killWithParent = (): void => void child.kill('SIGKILL');
  process.once('exit', killWithParent);
  const ended = once(child, 'close').finally(() => process.off('exit', killWithParent));

  const found: (string | undefined)[] = find.map(() => undefined);
  const last: string[] = [];
  const fail = (why: string) => new Error(`${name} ${why}. Its last lines:\n${last.join('\n')}`);
  let timer: NodeJS.Timeout | undefined;
  try {
    await new Promise<void>((ready, reject) => {
      for (const stream of [child.stdout, child.stderr]) {
        createInterface(stream).on('line', (line) => {
          last.push(line);
          if (last.length > 20) last.shift();
          for (const [index, pattern] of find.entries()) found[index] ??= pattern.exec(line)?.[1];
          if (!found.includes(undefined)) ready();
          options.onLine?.(line);
        });
      }
      ended.then(
        ([code, signal]) => reject(fail(`ended with ${signal ?? code} before it was ready`)),
        reject,
      );
      const within = options.readyWithinMs ?? 60_000;
      timer = setTimeout(() => reject(fail(`was not ready within ${within} ms`)), within);
    });
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  } finally {
    clearTimeout(timer);
  }

  const kill = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await ended;
  };
  return {
    pid: child.pid as number,
    found: found as string[],
    kill,
    exitCode: () => child.exitCode,
    async close() {
      const killer = setTimeout(() => child.kill('SIGKILL'), options.closeWithinMillis ?? 20_000);
      await kill('SIGTERM').finally(() => clearTimeout(killer));
    },
  };
}
