import { chmod, lstat, readdir, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { refuseHeldFolder } from './held-folder.ts';

/** What the engine itself makes in its folder. */
const MADE_BY_ENGINE = new Set(
  (
    'access cache data dictionaries_lib flags format_schemas metadata metadata_dropped named_collections ' +
    'preprocessed_configs status store tmp user_defined user_files user_scripts uuid'
  ).split(' '),
);

/**
 * Takes the engine's folder away, whatever state it is in: the engine need not be able to open it. What is not the
 * engine's is not deleted but moved aside.
 * @throws Error when another process holds the folder.
 */
export async function clearEngineFolder(
  folder: string,
  onProgress?: (message: string) => void,
): Promise<void> {
  const names = await entriesOf(folder);
  if (names === null) return;
  refuseHeldFolder(folder);
  // Under another name first: an engine that starts meanwhile finds no folder, rather than half of one.
  const aside = join(folder, '..', `${basename(folder)}.before-${Date.now()}`);
  await rename(folder, aside);
  if (names !== 'file' && names.every((name) => MADE_BY_ENGINE.has(name) || name.startsWith('status-')))
    await removeTree(aside);
  else onProgress?.(`Moved ${folder} to ${aside}, as it holds something else than the engine's files`);
}

/** Makes way for the folder of the data when a file has its name. */
export async function moveFileAside(path: string, onProgress?: (message: string) => void): Promise<void> {
  if ((await entriesOf(path)) !== 'file') return;
  const aside = `${path}.before-${Date.now()}`;
  await rename(path, aside);
  onProgress?.(`Moved the file ${path} to ${aside}, as the folder of the data has this name`);
}

/** Removes files and folders, read-only ones, too. Does nothing when there is none. */
export async function removeTree(path: string): Promise<void> {
  await makeRemovable(path);
  await rm(path, { recursive: true, force: true });
}

/** A folder's entries can be removed only when the folder can be written. */
async function makeRemovable(path: string): Promise<void> {
  const stats = await lstat(path).catch(unlessMissing);
  if (!stats?.isDirectory()) return;
  if ((stats.mode & 0o700) !== 0o700) await chmod(path, 0o700);
  for (const entry of await readdir(path, { withFileTypes: true })) {
    if (entry.isDirectory()) await makeRemovable(join(path, entry.name));
  }
}

async function entriesOf(path: string): Promise<string[] | 'file' | null> {
  const stats = await lstat(path).catch(unlessMissing);
  if (stats === undefined) return null;
  if (!stats.isDirectory()) return 'file';
  if ((stats.mode & 0o700) !== 0o700) await chmod(path, 0o700);
  return readdir(path);
}

function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined;
  throw error;
}
