import { existsSync, linkSync, lstatSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from './connect.ts';

/** @throws Error that names the process which has the engine's folder open. No engine may be open in this process. */
export function refuseHeldFolder(folder: string, cause?: unknown): void {
  const status = join(folder, 'status');
  if (!existsSync(status) || !lstatSync(status).isFile()) return;
  const pid = Number(/^PID: (\d+)$/m.exec(readFileSync(status, 'utf8'))?.[1]);
  // A crash leaves the file behind, and its process id may be another program's by now.
  if (!Number.isInteger(pid) || pid === process.pid || !isRunning(pid) || !isLocked(status)) return;
  throw new Error(
    `The folder ${folder} is in use by process ${pid}. Stop that one, or name another folder in CHATSPAN_DATA_DIR.`,
    { cause },
  );
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // A process of another user is one, too.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * The engine holds a kernel lock on its file `status`. Only an engine can try that lock: one over a folder in which nothing
 * but the same file is, so that damaged data cannot be the reason when it does not start.
 */
function isLocked(status: string): boolean {
  const probe = mkdtempSync(`${status}-`);
  try {
    linkSync(status, join(probe, 'status'));
    connect(probe).close();
    return false;
  } catch {
    return true;
  } finally {
    rmSync(probe, { recursive: true, force: true });
  }
}
