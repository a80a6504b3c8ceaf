import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runLines } from '@chatspan-tools/processes/run-lines';
import { readPorts } from '../ports.ts';
import type { RunOptions } from './run-natively.ts';

const ROOT = join(import.meta.dirname, '../../../..');
const PASSWORDS = [
  'CHATSPAN_CLICKHOUSE_ADMIN_PASSWORD',
  'CHATSPAN_CLICKHOUSE_PASSWORD',
  'CHATSPAN_CLICKHOUSE_READER_PASSWORD',
];

/** Starts docker-compose.yml and waits until every container is healthy. `close` stops them and keeps their volumes. */
export async function runWithDocker(options: RunOptions): Promise<{ url: string; close(): Promise<void> }> {
  const { shop } = readPorts(process.env);
  const passwords = await ensurePasswords(options.dataDir);
  const compose = (args: string[], signal?: AbortSignal): Promise<void> =>
    runLines('docker', ['compose', '--env-file', '.env', '--env-file', passwords, ...args], {
      cwd: ROOT,
      ...(signal && { signal }),
      env: {
        CHATSPAN_COLLECTOR_ARGS: options.layers.map((layer) => `--config=/etc/chatspan/${layer}`).join(' '),
      },
      onLine: options.onProgress,
    });
  const down = (): Promise<void> => {
    options.onProgress('Waiting for the containers to stop');
    return compose(['down']);
  };
  try {
    await compose(['up', '--build', '--detach', '--wait', '--wait-timeout', '600'], options.signal);
  } catch (error) {
    await down();
    throw error;
  }
  return { url: `http://localhost:${shop}`, close: down };
}

/** Random passwords, made once and kept, since the data that they open is kept too. Returns their file. */
async function ensurePasswords(dataDir: string): Promise<string> {
  const file = join(dataDir, 'passwords.env');
  if (existsSync(file)) return file;
  const lines = PASSWORDS.map((name) => `${name}=${randomBytes(16).toString('hex')}\n`);
  await mkdir(dataDir, { recursive: true });
  await writeFile(file, lines.join(''), { mode: 0o600 });
  return file;
}
