import { chmod, mkdir, readdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startLocalBackend } from './start-local-backend.ts';
import { ask } from './test-support/ask.ts';
import { postTraces } from './test-support/post-otlp.ts';
import { temporaryFolder } from './test-support/start-test-backend.ts';

const SPAN = { name: 'n', startTimeUnixNano: '1764000000000000000' };
const REQUEST = { resourceSpans: [{ scopeSpans: [{ spans: [SPAN] }] }] };
const OPTIONS = { otlpPort: 0, clickhousePort: 0, retentionDays: 20_000 };

/** A folder that a back end stored a span in and left. */
async function usedFolder(): Promise<string> {
  const folder = await temporaryFolder();
  const backend = await startLocalBackend({ ...OPTIONS, dataDir: folder });
  expect((await postTraces({ otlpUrl: backend.otlpUrl ?? '' }, REQUEST)).status).toBe(200);
  await backend.close();
  return folder;
}

/** Starts afresh, stores a span, and gives what was said on the way. */
async function startsAfresh(dataDir: string): Promise<string[]> {
  const messages: string[] = [];
  const onProgress = (message: string): unknown => messages.push(message);
  const backend = await startLocalBackend({ ...OPTIONS, dataDir, fresh: true, onProgress });
  try {
    expect(await ask(backend, 'SELECT count() AS n FROM otel.otel_traces')).toEqual([{ n: 0 }]);
    expect((await postTraces({ otlpUrl: backend.otlpUrl ?? '' }, REQUEST)).status).toBe(200);
    expect(await ask(backend, 'SELECT count() AS n FROM otel.otel_traces')).toEqual([{ n: 1 }]);
  } finally {
    await backend.close();
  }
  return messages;
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

const DAMAGES: [string, (folder: string) => Promise<unknown>][] = [
  [
    'whose files are all cut short',
    async (f) => Promise.all((await filesIn(f)).map((file) => truncate(file, 1))),
  ],
  [
    'whose files are all garbage',
    async (f) => Promise.all((await filesIn(f)).map((file) => writeFile(file, '\0x'))),
  ],
  ['whose metadata are gone', (f) => rm(join(f, 'engine/metadata'), { recursive: true })],
  ['whose data are gone', (f) => rm(join(f, 'engine/store'), { recursive: true })],
  [
    'that has a file where the engine has a folder',
    async (f) => {
      await rm(join(f, 'engine/metadata'), { recursive: true });
      await writeFile(join(f, 'engine/metadata'), '');
    },
  ],
  [
    'whose schema is of another version',
    async (f) => {
      const metadata = (await filesIn(f)).filter((file) => file.endsWith('.sql'));
      await Promise.all(
        metadata.map((file) => writeFile(file, 'ATTACH TABLE x (a NoSuchType) ENGINE = NoSuchEngine')),
      );
    },
  ],
  [
    'with read-only folders',
    async (f) => {
      for (const name of ['engine/store', 'engine/metadata', 'engine']) await chmod(join(f, name), 0o500);
    },
  ],
  [
    'left by a crash, whose process id is of another program now',
    async (f) => {
      await writeFile(join(f, 'engine/status'), `PID: ${process.ppid}\nStarted at: 2026-11-20 10:00:00\n`);
    },
  ],
  ['with a folder in the place of the file of passwords', (f) => mkdir(join(f, 'access.json'))],
  ['with a file in the place of incoming data', (f) => writeFile(join(f, 'incoming'), '')],
];

test.for(DAMAGES)('starts afresh in a folder %s', async ([, damage]) => {
  const folder = await usedFolder();
  await damage(folder);
  await startsAfresh(folder);
  expect(await readdir(folder)).toEqual(['engine']);
});

test('starts afresh where there is no folder yet', async () => {
  const folder = join(await temporaryFolder(), 'a/b');
  await startsAfresh(folder);
});

test('moves aside a file that has the name of the folder, and says so', async () => {
  const parent = await temporaryFolder();
  await writeFile(join(parent, 'data'), 'precious');
  const messages = await startsAfresh(join(parent, 'data'));
  const aside = (await readdir(parent)).find((name) => name.startsWith('data.before-')) ?? '';
  expect(await readFile(join(parent, aside), 'utf8')).toBe('precious');
  expect(messages).toContain(
    `Moved the file ${parent}/data to ${parent}/${aside}, as the folder of the data has this name`,
  );
});

test('moves aside a folder called engine that holds other files, and says so', async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'engine'));
  await writeFile(join(folder, 'engine/thesis.txt'), 'precious');
  const messages = await startsAfresh(folder);
  const aside = (await readdir(folder)).find((name) => name.startsWith('engine.before-')) ?? '';
  expect(await readFile(join(folder, aside, 'thesis.txt'), 'utf8')).toBe('precious');
  expect(messages).toContain(
    `Moved ${folder}/engine to ${folder}/${aside}, as it holds something else than the engine's files`,
  );
});

test('leaves what a link points to alone', async () => {
  const [folder, elsewhere] = [await temporaryFolder(), await temporaryFolder()];
  await writeFile(join(elsewhere, 'status'), 'precious');
  await symlink(elsewhere, join(folder, 'engine'));
  await startsAfresh(folder);
  expect(await readFile(join(elsewhere, 'status'), 'utf8')).toBe('precious');
});

test('without a fresh start, a folder that the engine cannot open is an error that says what to do', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'engine'), '');
  onTestFinished(() => rm(join(folder, 'engine')));
  await expect(startLocalBackend({ ...OPTIONS, dataDir: folder })).rejects.toThrow(
    `The ClickHouse engine cannot open ${folder}/engine: `,
  );
});
