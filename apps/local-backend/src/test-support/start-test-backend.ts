import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { LocalBackend, LocalBackendOptions } from '../start-local-backend.ts';
import { startLocalBackend } from '../start-local-backend.ts';

/** A folder that goes with the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'chatspan-local-backend-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * A back end on free ports over an empty folder, closed when the test ends. Rows are kept for decades, or those that
 * carry a literal date would expire.
 */
export async function startTestBackend(
  options: Partial<LocalBackendOptions> = {},
): Promise<LocalBackend & { readonly otlpUrl: string }> {
  const backend = await startLocalBackend({
    dataDir: options.dataDir ?? (await temporaryFolder()),
    otlpPort: 0,
    clickhousePort: 0,
    retentionDays: 20_000,
    ...options,
  });
  onTestFinished(() => backend.close());
  return { otlpUrl: '', ...backend };
}
