import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build as buildPackage } from 'tsdown';
import type { Rollup } from 'vite';
import { build } from 'vite';
import packageBuilds from '../../tsdown.config.ts';

const SITE = join(import.meta.dirname, 'site');
const PACKAGE = join(import.meta.dirname, '..', '..');

/** The scripts of the fixture site by their names: bundles of the sources, and the package's file for plain pages. */
export async function buildSite(): Promise<Map<string, string>> {
  const [shop, sdk, chatspan, widget, start] = await Promise.all([
    bundle(join(SITE, 'shop.ts')),
    bundle(join(SITE, 'sdk.ts')),
    globalBuild(),
    readFile(join(SITE, 'widget.js'), 'utf8'),
    readFile(join(SITE, 'start.js'), 'utf8'),
  ]);
  return new Map(Object.entries({ shop, sdk, chatspan, widget, start }));
}

/** One file as a classic script. */
export async function bundle(entry: string): Promise<string> {
  const bundles = (await build({
    configFile: false,
    logLevel: 'warn',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'fixture' } },
  })) as Rollup.RollupOutput[];
  const [script] = bundles.flatMap(({ output }) => output[0]);
  if (!script) throw new Error(`no bundle of ${entry}`);
  return script.code;
}

/** `chatspan.global.js`, as the package builds it. */
export async function globalBuild(): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'chatspan-'));
  try {
    const [, globalConfig] = packageBuilds;
    await buildPackage({ ...globalConfig, config: false, cwd: PACKAGE, outDir, logLevel: 'warn' });
    return await readFile(join(outDir, 'chatspan.global.js'), 'utf8');
  } finally {
    await rm(outDir, { recursive: true });
  }
}
