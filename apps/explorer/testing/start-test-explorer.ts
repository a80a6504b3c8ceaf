import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LocalBackend } from '@chatspan/local-backend/server';
import { startLocalBackend } from '@chatspan/local-backend/server';
import { onTestFinished } from 'vitest';
import type { ExplorerOptions, RunningExplorer } from '../server/start-explorer.ts';
import { startExplorer } from '../server/start-explorer.ts';

/** An explorer over an empty embedded engine, closed when the test ends. Rows are kept for decades, whatever their date. */
export async function startTestExplorer(options: Partial<ExplorerOptions> = {}): Promise<{
  explorer: RunningExplorer;
  backend: LocalBackend;
  /** The rows of a statement, asked as the reader. */
  runSql: (sql: string) => Promise<Record<string, unknown>[]>;
}> {
  const dataDir = await mkdtemp(join(tmpdir(), 'chatspan-explorer-'));
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  const backend = await startLocalBackend({
    dataDir,
    otlpPort: 0,
    clickhousePort: 0,
    retentionDays: 20_000,
  });
  onTestFinished(() => backend.close());
  const explorer = await startExplorer({
    port: 0,
    clickhouseUrl: backend.clickhouseUrl,
    clickhouseUser: backend.readerUser,
    clickhousePassword: backend.readerPassword,
    // Its queries are what is tested here.
    pageFolder: dataDir,
    ...options,
  });
  onTestFinished(() => explorer.close());
  return {
    explorer,
    backend,
    async runSql(sql) {
      const response = await fetch(`${backend.clickhouseUrl}/?default_format=JSON`, {
        method: 'POST',
        headers: { Authorization: `Basic ${btoa(`reader:${backend.readerPassword}`)}` },
        body: sql,
      });
      if (!response.ok) throw new Error(await response.text());
      return ((await response.json()) as { data: Record<string, unknown>[] }).data;
    },
  };
}
