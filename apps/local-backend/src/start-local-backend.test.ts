import { spawn } from 'node:child_process';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { LocalBackend } from './start-local-backend.ts';
import { startLocalBackend } from './start-local-backend.ts';
import { ask } from './test-support/ask.ts';
import { postTraces } from './test-support/post-otlp.ts';
import { temporaryFolder } from './test-support/start-test-backend.ts';

const SPAN = {
  traceId: '0af7651916cd43dd8448eb211c80319c',
  spanId: 'b7ad6b7169203331',
  startTimeUnixNano: '1764000000000000000',
};
const REQUEST = { resourceSpans: [{ scopeSpans: [{ spans: [SPAN] }] }] };

async function start(dataDir: string, fresh = false): Promise<LocalBackend & { otlpUrl: string }> {
  const backend = await startLocalBackend({
    dataDir,
    fresh,
    otlpPort: 0,
    clickhousePort: 0,
    retentionDays: 20_000,
  });
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= backend.close();
    return closing;
  };
  // When the test has failed, too: the engine holds one folder a process, and every later test would fail with it.
  onTestFinished(close);
  return { otlpUrl: '', ...backend, close };
}

async function countSpans(backend: LocalBackend): Promise<unknown> {
  return (await ask(backend, 'SELECT count() AS n FROM otel.otel_traces'))[0]?.n;
}

test('what was stored is there after a restart, and gone after a fresh start', async () => {
  const folder = await temporaryFolder();
  const first = await start(folder);
  expect((await postTraces(first, REQUEST)).status).toBe(200);
  await first.close();
  const second = await start(folder);
  expect(await countSpans(second)).toBe(1);
  await second.close();
  const third = await start(folder, true);
  expect(await countSpans(third)).toBe(0);
  await third.close();
});

test('a fresh start leaves other files of the folder alone', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'thesis.txt'), 'precious');
  await mkdir(join(folder, 'engine'));
  await (await start(folder, true)).close();
  expect(await readFile(join(folder, 'thesis.txt'), 'utf8')).toBe('precious');
});

test('a folder that another process uses is a clear error, even for a fresh start', async () => {
  const folder = await temporaryFolder();
  const other = spawn(process.execPath, [join(import.meta.dirname, 'test-support/hold-folder.ts'), folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => {
    other.kill();
  });
  await new Promise((resolve) => other.stdout.once('data', resolve));
  for (const fresh of [false, true]) {
    await expect(start(folder, fresh)).rejects.toThrow(
      `The folder ${folder}/engine is in use by process ${other.pid}. ` +
        'Stop that one, or name another folder in CHATSPAN_DATA_DIR.',
    );
  }
  const gone = new Promise((resolve) => other.once('exit', resolve));
  // As after a crash: nobody tidies up, and the folder is free all the same.
  other.kill('SIGKILL');
  await gone;
  const backend = await start(folder);
  expect(await countSpans(backend)).toBe(1);
  await backend.close();
});

test('a taken port is an error that names it and its variable, and the folder is free again', async () => {
  const folder = await temporaryFolder();
  const squatter = createServer();
  const port = await new Promise<number>((resolve) => {
    squatter.listen(0, '127.0.0.1', () => resolve((squatter.address() as { port: number }).port));
  });
  onTestFinished(() => {
    squatter.close();
  });
  await expect(startLocalBackend({ dataDir: folder, otlpPort: port, clickhousePort: 0 })).rejects.toThrow(
    `Port ${port} is in use. Set CHATSPAN_OTLP_PORT to use another one.`,
  );
  await expect(startLocalBackend({ dataDir: folder, otlpPort: 0, clickhousePort: port })).rejects.toThrow(
    `Port ${port} is in use. Set CHATSPAN_CLICKHOUSE_PORT to use another one.`,
  );
  await (await start(folder)).close();
});

test('without an intake there is ClickHouse alone', async () => {
  const folder = await temporaryFolder();
  const backend = await startLocalBackend({ dataDir: folder, otlpPort: false, clickhousePort: 0 });
  expect(backend).not.toHaveProperty('otlpUrl');
  expect(await countSpans(backend)).toBe(0);
  await backend.close();
});

test('close waits for what is under way', async () => {
  const backend = await start(await temporaryFolder());
  const answer = ask(backend, 'SELECT sum(number) AS n FROM numbers(1e9)');
  await expect
    .poll(() => ask(backend, "SELECT count() AS n FROM system.processes WHERE query LIKE '%numbers%'"))
    .toEqual([{ n: 2 }]);
  await backend.close();
  expect(await answer).toEqual([{ n: 499999999500000000 }]);
});

test('close waits also for what was asked by clients that have gone', async () => {
  const folder = await temporaryFolder();
  const backend = await start(folder);
  const leaving = new AbortController();
  // Two run, the others wait for them.
  const asked = Array.from({ length: 5 }, () =>
    fetch(`${backend.clickhouseUrl}/?user=reader&password=${backend.readerPassword}`, {
      method: 'POST',
      body: 'SELECT sum(number) FROM numbers(1e9)',
      signal: leaving.signal,
    }).catch((error: Error) => error.name),
  );
  await fetch(`${backend.clickhouseUrl}/ping`);
  leaving.abort();
  expect(await Promise.all(asked)).toEqual(Array.from({ length: 5 }, () => 'AbortError'));
  await backend.close();
  // The engine's lock is gone, and does not come again.
  expect(await readdir(join(folder, 'engine'))).not.toContain('status');
  await (await start(folder)).close();
});

test('addresses and passwords are in a file of the owner while the back end runs', async () => {
  const folder = await temporaryFolder();
  const { close, ...access } = await start(folder);
  const file = join(folder, 'access.json');
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(access);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(access.readerPassword).toMatch(/^[0-9a-f]{32}$/);
  await close();
  await expect(stat(file)).rejects.toThrow('ENOENT');
});

test('progress is told in sentences', async () => {
  const folder = await temporaryFolder();
  const messages: string[] = [];
  const backend = await startLocalBackend({
    dataDir: folder,
    otlpPort: 0,
    clickhousePort: 0,
    onProgress: (message) => messages.push(message),
  });
  await backend.close();
  expect(messages.slice(0, 2)).toEqual([
    `Opening the ClickHouse engine in ${folder}`,
    expect.stringMatching(/^Applying \d+ schema migrations$/),
  ]);
});
