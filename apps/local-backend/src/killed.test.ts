import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startLocalBackend } from './start-local-backend.ts';
import { ask } from './test-support/ask.ts';
import { postTraces } from './test-support/post-otlp.ts';
import { temporaryFolder } from './test-support/start-test-backend.ts';

const SERVE = join(import.meta.dirname, 'test-support/serve-folder.ts');
const SENDERS = 8;

function traces(name: string): object {
  const span = { name, startTimeUnixNano: '1764000000000000000' };
  return { resourceSpans: [{ scopeSpans: [{ spans: [span, span] }] }] };
}

/** Sends spans to a process over the folder until it is killed in the middle of them: the names that were acknowledged. */
async function acknowledgedUntilKilled(
  folder: string,
  round: number,
  signal: NodeJS.Signals,
): Promise<string[]> {
  const child = spawn(process.execPath, [SERVE, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const exited = once(child, 'exit');
  const [chunk] = (await once(child.stdout, 'data')) as [Buffer];
  const otlpUrl = chunk.toString().trim();
  const acknowledged: string[] = [];
  let isDead = false;
  const sender = async (sender: number): Promise<void> => {
    for (let n = 0; !isDead; n += 1) {
      const name = `${round}-${sender}-${n}`;
      const answer = await postTraces({ otlpUrl }, traces(name)).catch(unlessGone);
      if (answer === undefined) return;
      if (answer.status === 200) acknowledged.push(name);
      if (acknowledged.length === 200) {
        isDead = true;
        child.kill(signal);
      }
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, (_, index) => sender(index)));
  await exited;
  return acknowledged;
}

/** `fetch` rejects with a TypeError when the connection breaks. */
function unlessGone(error: unknown): undefined {
  if (error instanceof TypeError || error instanceof SyntaxError) return undefined;
  throw error;
}

test.for(['SIGKILL', 'SIGTERM'] as const)('%s loses no span that was acknowledged', async (signal) => {
  const folder = await temporaryFolder();
  const acknowledged: string[] = [];
  for (const round of [1, 2, 3]) acknowledged.push(...(await acknowledgedUntilKilled(folder, round, signal)));
  const backend = await startLocalBackend({
    dataDir: folder,
    otlpPort: false,
    clickhousePort: 0,
    retentionDays: 20_000,
  });
  onTestFinished(() => backend.close());
  const rows = await ask(backend, 'SELECT DISTINCT SpanName AS name FROM otel.otel_traces');
  const stored = new Set(rows.map(({ name }) => name));
  expect(acknowledged.length).toBeGreaterThanOrEqual(600);
  expect(acknowledged.filter((name) => !stored.has(name))).toEqual([]);
});
