import type { MigrationTarget } from '@chatspan-tools/clickhouse-schema/apply-migrations';
import type { Engine } from './open-engine.ts';

/** Adapts the embedded engine to what `applyMigrations` needs. */
export function migrationTarget(engine: Engine): MigrationTarget {
  return {
    command: ({ query }) => engine.run(query),
    async query({ query, format }) {
      const { bytes } = await engine.run(query, { format });
      const lines = Buffer.from(bytes).toString('utf8').split('\n');
      const rows = lines.filter((line) => line !== '').map((line) => JSON.parse(line) as unknown);
      return { json: () => Promise.resolve(rows) };
    },
  };
}
