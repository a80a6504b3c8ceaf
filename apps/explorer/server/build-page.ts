import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';

const PAGE = join(import.meta.dirname, '../page');
const CACHE = join(import.meta.dirname, '../node_modules/.cache/explorer');

export interface BuiltPage {
  readonly folder: string;
  /** Deletes the built files. */
  remove(): Promise<void>;
}

/** Builds the page into a folder of its own, so that two explorers never share files. */
export async function buildPage(): Promise<BuiltPage> {
  await mkdir(CACHE, { recursive: true });
  const folder = await mkdtemp(join(CACHE, 'page-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  const configFile = join(PAGE, 'vite.config.ts');
  try {
    if (existsSync(configFile)) {
      await build({ root: PAGE, configFile, logLevel: 'warn', build: { outDir: folder, emptyOutDir: true } });
    }
    return { folder, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}
