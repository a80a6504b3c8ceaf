import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { LocalBackend } from '../start-local-backend.ts';
import { startLocalBackend } from '../start-local-backend.ts';

/**
 * One back end without an intake for all tests of a file, which look for their own rows. The passwords are `read` and
 * `write`.
 * @returns what gives it, within tests.
 */
export function backendForFile(): () => LocalBackend {
  let folder: string;
  let backend: LocalBackend;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'chatspan-local-backend-'));
    backend = await startLocalBackend({
      dataDir: folder,
      otlpPort: false,
      clickhousePort: 0,
      retentionDays: 20_000,
      readerPassword: 'read',
      writerPassword: 'write',
    });
  });
  afterAll(async () => {
    await backend.close();
    await rm(folder, { recursive: true });
  });
  return () => backend;
}
