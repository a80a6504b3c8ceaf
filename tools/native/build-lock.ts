import { randomUUID } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

/** Runs `task` while no other process holds `lockFile`, so that the same binary is never built twice at once. */
export async function withBuildLock(
  lockFile: string,
  onProgress: (line: string) => void,
  task: () => Promise<void>,
): Promise<void> {
  for (let told = false; !(await take(lockFile)); told = true) {
    if (!told) onProgress(`waiting for another process that builds (${lockFile})`);
    await delay(500);
  }
  try {
    await task();
  } finally {
    await rm(lockFile, { force: true });
  }
}

async function take(lockFile: string): Promise<boolean> {
  // Linked, not written in place: the lock never exists without its owner's id in it.
  const own = `${lockFile}.${randomUUID()}`;
  await writeFile(own, String(process.pid));
  try {
    await link(own, lockFile);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(own, { force: true });
  }
  if (!isAlive(await holderOf(lockFile))) await rm(lockFile, { force: true });
  return false;
}

async function holderOf(lockFile: string): Promise<number> {
  try {
    return Number(await readFile(lockFile, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return process.pid;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
