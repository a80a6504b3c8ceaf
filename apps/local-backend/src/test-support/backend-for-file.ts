import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { LocalBackend, LocalBackendOptions } from '../start-local-backend.ts';
import { startLocalBackend } from '../start-local-backend.ts';

/**
 * One back end for all tests of a file, which look for their own rows: without an intake, unless the options give a port.
 * The passwords are `read` and `write`.
 * @returns what gives it, within tests.
 */
export function backendForFile(
  options: Partial<LocalBackendOptions> = {},
): () => LocalBackend & { readonly otlpUrl: string } {
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
      ...options,
    });
  });
  afterAll(async () => {
    await backend.close();
    await rm(folder, { recursive: true });
  });
  return () => ({ otlpUrl: '', ...backend });
}
