import { execFileSync } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import type { Options } from '../options.ts';
import type { Conditions } from './results.ts';

// When the pages are built; others may commit while they are measured.
const COMMIT = commit();

/** Notes the conditions of a part. The returned function is called at its end. */
export function noteConditions(part: string, chromium: string, options: Options): () => Conditions {
  const start = { at: new Date(), load: load() };
  return () => ({
    at: `${start.at.toISOString().slice(0, 16)}Z`,
    chromium,
    node: process.version,
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    load: { start: start.load, end: load() },
    seconds: Math.round((Date.now() - start.at.getTime()) / 1_000),
    commit: COMMIT,
    command: `npx --yes pnpm@12 bench --only ${part}`,
    options,
  });
}

function load(): number {
  return Number((loadavg()[0] ?? 0).toFixed(1));
}

/** The state of the sources, with a mark when files of the measured packages are not committed. */
function commit(): string {
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: import.meta.dirname, encoding: 'utf8' }).trim();
  const changed = git('status', '--porcelain', '--', ':(top,glob)packages/*/src/**');
  return git('rev-parse', '--short', 'HEAD') + (changed ? ' with changes' : '');
}
