import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { withBuildLock } from './build-lock.ts';
import { eventually } from './testing/eventually.ts';

let folder: string;
let lock: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'build-lock-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  lock = join(folder, 'lock');
});

test('two builds of the same binary run one after the other, and the second is told why it waits', async () => {
  const events: string[] = [];
  let tell = () => {};
  const told = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const first = withBuildLock(
    lock,
    () => events.push('first waits'),
    async () => {
      events.push('first begins');
      await told;
      events.push('first ends');
    },
  );
  await eventually('the first build holds the lock', () => events.length > 0);
  const second = withBuildLock(
    lock,
    (line) => {
      events.push(line);
      tell();
    },
    async () => void events.push('second builds'),
  );
  await Promise.all([first, second]);
  expect(events).toEqual([
    'first begins',
    `waiting for another process that builds (${lock})`,
    'first ends',
    'second builds',
  ]);
  expect(await readdir(folder)).toEqual([]);
});

test('the lock of a process that has died is taken over', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['-p', 'process.pid']);
  await writeFile(lock, stdout.trim());
  let built = false;
  await withBuildLock(
    lock,
    () => {},
    async () => {
      built = true;
    },
  );
  expect(built).toBe(true);
});

test('a failed build leaves no lock behind', async () => {
  const build = withBuildLock(
    lock,
    () => {},
    () => Promise.reject(new Error('does not compile')),
  );
  await expect(build).rejects.toThrow('does not compile');
  expect(await readdir(folder)).toEqual([]);
});
