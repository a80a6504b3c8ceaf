import type { Engine } from '../../src/engine/open-engine.ts';
import { readRows } from './read-rows.ts';

export interface TableSize {
  /** As they lie on disk, replays included. */
  readonly rows: number;
  readonly bytes: number;
  readonly parts: number;
}

/** The tables of `otel` that hold rows, by name. */
export async function tableSizes(engine: Engine): Promise<Record<string, TableSize>> {
  const rows = await readRows(
    engine,
    `SELECT table, toFloat64(sum(rows)) AS rows, toFloat64(sum(bytes_on_disk)) AS bytes, toFloat64(count()) AS parts
    FROM system.parts WHERE active AND database = 'otel' AND table != 'schema_migrations' GROUP BY table ORDER BY table`,
  );
  return Object.fromEntries(
    rows.map(({ table, rows: count, bytes, parts }) => [
      String(table),
      { rows: Number(count), bytes: Number(bytes), parts: Number(parts) },
    ]),
  );
}
