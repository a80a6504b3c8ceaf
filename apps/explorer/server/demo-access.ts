import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface DemoAccess {
  readonly clickhouseUrl: string;
  readonly readerPassword: string;
  readonly writerPassword: string;
}

const FILE = 'access.json';

/** How to get into the ClickHouse of a demo that runs on this machine; undefined when none runs at this address. */
export async function demoAccess(
  clickhouseUrl: string,
  dataDir = process.env.CHATSPAN_DATA_DIR || join(import.meta.dirname, '../../../.cache/clickhouse'),
): Promise<DemoAccess | undefined> {
  let text: string;
  try {
    text = await readFile(join(dataDir, FILE), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const access = JSON.parse(text) as DemoAccess;
  return isSamePlace(access.clickhouseUrl, clickhouseUrl) ? access : undefined;
}

function isSamePlace(a: string, b: string): boolean {
  const place = (url: string): string => URL.parse(url)?.host.replace('localhost', '127.0.0.1') ?? url;
  return place(a) === place(b);
}
