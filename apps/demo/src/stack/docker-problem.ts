import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Why Docker cannot run the stack here, in a few words; nothing when an engine and the compose plugin answer. */
export async function dockerProblem(): Promise<string | undefined> {
  if (!(await succeeds(['version']))) return 'no Docker engine answers';
  if (!(await succeeds(['compose', 'version']))) return 'Docker has no compose plugin';
  return undefined;
}

async function succeeds(args: string[]): Promise<boolean> {
  try {
    await run('docker', args, { timeout: 10_000 });
    return true;
  } catch {
    // Not installed, not running, not allowed or too slow: in each case the stack runs without it.
    return false;
  }
}
