import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Engine } from '../engine/open-engine.ts';
import { INSERT_SETTINGS } from '../engine/open-engine.ts';
import { stringLiteral } from '../engine/sql-text.ts';
import type { InsertHead } from './insert-head.ts';
import { insertInto } from './insert-head.ts';

/**
 * Hands the data to the engine as they came, through a file: the engine takes Native blocks from a file only
 * (chdb 3.4.0), and this way an identical repeated block is deduplicated.
 */
export interface Insert {
  readonly head: InsertHead;
  readonly settings: Readonly<Record<string, string>>;
  readonly data: AsyncIterable<Buffer>;
}

let files = 0;

/** Receives the data into a file, and gives back what inserts them and removes the file. */
export async function receiveInsert(
  folder: string,
  insert: Insert,
): Promise<(engine: Engine) => Promise<void>> {
  await mkdir(folder, { recursive: true });
  files += 1;
  const file = join(folder, `${process.pid}-${files}`);
  try {
    await pipeline(Readable.from(insert.data), createWriteStream(file));
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
  return async (engine) => {
    try {
      await engine.run(
        `${insertInto(insert.head)} FROM INFILE ${stringLiteral(file)} FORMAT ${insert.head.format}`,
        {
          settings: { ...insert.settings, ...INSERT_SETTINGS },
        },
      );
    } finally {
      await rm(file, { force: true });
    }
  };
}
