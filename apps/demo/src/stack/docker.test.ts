import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { dockerProblem } from './docker-problem.ts';
import { runWithDocker } from './run-with-docker.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chatspan-docker-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  vi.stubEnv('PATH', `${folder}:/usr/bin:/bin`);
  onTestFinished(() => void vi.unstubAllEnvs());
});

/** A `docker` command that writes down its arguments and does as told. */
async function fakeDocker(script: string): Promise<void> {
  await writeFile(join(folder, 'docker'), `#!/bin/sh\necho "$@" >> ${folder}/calls\n${script}\n`);
  await chmod(join(folder, 'docker'), 0o755);
}

const calls = async () => (await readFile(join(folder, 'calls'), 'utf8')).trim().split('\n');

test('Docker is used when an engine and the compose plugin answer', async () => {
  await fakeDocker('exit 0');
  expect(await dockerProblem()).toBeUndefined();
});

test('Docker is not used when its engine does not answer', async () => {
  await fakeDocker('exit 1');
  expect(await dockerProblem()).toBe('no Docker engine answers');
});

test('Docker is not used without its compose plugin', async () => {
  await fakeDocker('[ "$1" = version ]');
  expect(await dockerProblem()).toBe('Docker has no compose plugin');
});

test('the containers are started with random passwords and stopped again', async () => {
  await fakeDocker('echo "args: $CHATSPAN_COLLECTOR_ARGS"');
  vi.stubEnv('CHATSPAN_SHOP_PORT', '8085');
  const lines: string[] = [];
  const dataDir = join(folder, 'data');
  const layers = ['vendors/honeycomb.yaml', 'sampling/tail-sampling.yaml'];
  const stack = await runWithDocker({ layers, dataDir, onProgress: (line) => lines.push(line) });
  expect(stack.url).toBe('http://localhost:8085');
  await stack.close();

  const passwords = join(dataDir, 'passwords.env');
  const compose = `compose --env-file .env --env-file ${passwords}`;
  expect(await calls()).toEqual([
    `${compose} up --build --detach --wait --wait-timeout 600`,
    `${compose} down`,
  ]);
  expect(lines).toContain(
    'args: --config=/etc/chatspan/vendors/honeycomb.yaml --config=/etc/chatspan/sampling/tail-sampling.yaml',
  );
  const text = await readFile(passwords, 'utf8');
  expect(text).toMatch(
    /^CHATSPAN_CLICKHOUSE_ADMIN_PASSWORD=[0-9a-f]{32}\nCHATSPAN_CLICKHOUSE_PASSWORD=[0-9a-f]{32}\n/,
  );
  expect((await stat(passwords)).mode & 0o777).toBe(0o600);
  await runWithDocker({ layers: [], dataDir, onProgress: () => {} });
  expect(await readFile(passwords, 'utf8')).toBe(text);
});

test('containers that do not become healthy are stopped, and the error says what compose said', async () => {
  await fakeDocker('case "$*" in *" up "*) echo "container shop is unhealthy"; exit 1;; esac');
  const run = runWithDocker({ layers: [], dataDir: folder, onProgress: () => {} });
  await expect(run).rejects.toThrow('container shop is unhealthy');
  expect((await calls()).at(-1)).toMatch(/ down$/);
});

test('containers that are still starting are stopped when the start is', async () => {
  await fakeDocker('case "$*" in *" up "*) exec sleep 60;; esac');
  const stop = new AbortController();
  const lines: string[] = [];
  const onProgress = (line: string) => lines.push(line);
  const run = runWithDocker({ layers: [], dataDir: folder, onProgress, signal: stop.signal });
  run.catch(() => {});
  await expect.poll(() => existsSync(join(folder, 'calls'))).toBe(true);
  stop.abort();
  await expect(run).rejects.toThrow('The operation was aborted');
  expect((await calls()).at(-1)).toMatch(/ down$/);
  expect(lines).toEqual(['Waiting for the containers to stop']);
});
