import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../../docs/screenshots');

/** Writes a picture for the README, when CHATSPAN_SCREENSHOTS is 1: an ordinary run leaves the files as they are. */
export async function keepPicture(name: string, png: Uint8Array): Promise<void> {
  if (process.env.CHATSPAN_SCREENSHOTS !== '1') return;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${name}.png`), png);
}
