import type { ClickHouseClient } from '@clickhouse/client';
import { expect } from 'vitest';
import type { GeneratedLoad } from './generated-load.ts';
import { readStoredLoad } from './stored-load.ts';

/** In milliseconds: the Collector's pause between two tries grows up to 30 s. */
export const RECOVERY = { timeout: 60_000, interval: 200 };

/** Waits until a load is in ClickHouse, all of it and each event once. */
export async function expectComplete(reader: ClickHouseClient, load: GeneratedLoad): Promise<void> {
  await expect
    .poll(() => readStoredLoad(reader, load), RECOVERY)
    .toEqual({ lost: 0, duplicated: 0, spans: load.spans });
}
