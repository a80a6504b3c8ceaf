import { spawn } from 'node:child_process';
import { setPriority } from 'node:os';
import { createInterface } from 'node:readline';

export interface RunLinesOptions {
  cwd: string;
  env?: Record<string, string>;
  /** Called with each line of standard output and standard error. */
  onLine: (line: string) => void;
  /** Ends the program with SIGTERM. */
  signal?: AbortSignal;
}

/** Runs a program to its end, at low priority. Rejects with its last lines when it cannot be started or does not exit with 0. */
export async function runLines(command: string, args: string[], options: RunLinesOptions): Promise<void> {
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(options.signal && { signal: options.signal }),
  });
  if (child.pid !== undefined) setPriority(child.pid, 10);
  const last: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface(stream).on('line', (line) => {
      last.push(line);
      if (last.length > 20) last.shift();
      options.onLine(line);
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0) resolve();
      else
        reject(new Error(`${command} ${args.join(' ')} ended with ${signal ?? code}:\n${last.join('\n')}`));
    });
  });
}
