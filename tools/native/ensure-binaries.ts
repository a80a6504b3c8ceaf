import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rename } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { runLines } from '@chatspan-tools/processes/run-lines';
import { withBuildLock } from './build-lock.ts';
import { goProblem } from './go-toolchain.ts';

const FOLDER = join(import.meta.dirname, '../../collector-config');
const BUILDER = 'go.opentelemetry.io/collector/cmd/builder@v0.165.0';
const STRIPPED = ['build', '-v', '-trimpath', '-ldflags=-s -w'];

type Progress = (line: string) => void;

/** Paths of the Collector and Jaeger binaries; builds what is missing, which takes minutes unless `signal` ends it. Needs Go, else throws. */
export async function ensureBinaries(
  onProgress: Progress,
  signal?: AbortSignal,
): Promise<{ collector: string; jaeger: string }> {
  return {
    collector: await ensureCollector(onProgress, signal),
    jaeger: await ensureJaeger(onProgress, signal),
  };
}

/** Path of the Collector binary that builder.yaml describes. */
export async function ensureCollector(onProgress: Progress, signal?: AbortSignal): Promise<string> {
  return ensure('collector', ['builder.yaml'], onProgress, async (folder, onLine) => {
    const manifest = join(FOLDER, 'builder.yaml');
    await runLines('go', ['run', BUILDER, '--skip-compilation', '--config', manifest], {
      cwd: folder,
      onLine,
      ...(signal && { signal }),
    });
    const target = join(folder, 'binary');
    await runLines('go', [...STRIPPED, '-o', target, '.'], {
      cwd: join(folder, 'dist'),
      onLine,
      ...(signal && { signal }),
    });
  });
}

/** Path of the Jaeger binary that jaeger/go.mod describes. */
export async function ensureJaeger(onProgress: Progress, signal?: AbortSignal): Promise<string> {
  return ensure('jaeger', ['jaeger/go.mod', 'jaeger/go.sum'], onProgress, async (folder, onLine) => {
    const target = join(folder, 'binary');
    const tool = 'github.com/jaegertracing/jaeger/cmd/jaeger';
    for (const file of ['go.mod', 'go.sum']) await cp(join(FOLDER, 'jaeger', file), join(folder, file));
    await runLines('go', [...STRIPPED, '-mod=readonly', '-o', target, tool], {
      cwd: folder,
      onLine,
      ...(signal && { signal }),
    });
  });
}

async function ensure(
  name: string,
  inputs: string[],
  onProgress: Progress,
  build: (folder: string, onLine: Progress) => Promise<void>,
): Promise<string> {
  const hash = createHash('sha256');
  for (const input of inputs) hash.update(await readFile(join(FOLDER, input)));
  const cache = process.env.CHATSPAN_CACHE_DIR || join(homedir(), '.cache', 'chatspan');
  const folder = join(cache, `${name}-${hash.digest('hex').slice(0, 12)}`);
  const binary = join(folder, name);
  if (existsSync(binary)) return binary;

  const problem = await goProblem();
  if (problem) throw new Error(`The ${name} binary cannot be built. ${problem}`);
  await mkdir(folder, { recursive: true });
  await withBuildLock(join(folder, 'lock'), onProgress, async () => {
    if (existsSync(binary)) return;
    const started = Date.now();
    onProgress(`${name}: building, once; some minutes on two cores`);
    await build(folder, countingLines(name, started, onProgress));
    await rename(join(folder, 'binary'), binary);
    onProgress(`${name}: built in ${Math.round((Date.now() - started) / 1000)} s: ${binary}`);
  });
  return binary;
}

/** `go build -v` names each package as it compiles it, hundreds of them: one line for every two seconds is enough. */
function countingLines(name: string, started: number, onProgress: Progress): Progress {
  let count = 0;
  let said = started;
  return (line) => {
    count += 1;
    if (Date.now() - said < 2000) return;
    said = Date.now();
    onProgress(`${name}: ${Math.round((said - started) / 1000)} s, step ${count}, ${line}`);
  };
}
