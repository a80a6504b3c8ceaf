import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { demoAccess } from './demo-access.ts';

test('finds the passwords of the demo that runs at this address, and of no other', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'chatspan-access-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  expect(await demoAccess('http://127.0.0.1:8123', folder)).toBeUndefined();
  const access = { clickhouseUrl: 'http://127.0.0.1:8123', readerPassword: 'r', writerPassword: 'w' };
  await writeFile(join(folder, 'access.json'), JSON.stringify(access));
  expect(await demoAccess('http://localhost:8123/', folder)).toEqual(access);
  expect(await demoAccess('http://localhost:8124', folder)).toBeUndefined();
  expect(await demoAccess('http://clickhouse.example:8123', folder)).toBeUndefined();
});
