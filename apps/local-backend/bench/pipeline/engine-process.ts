import { join } from 'node:path';
import { applyMigrations } from '@chatspan-tools/clickhouse-schema/apply-migrations';
import { migrationTarget } from '../../src/engine/migration-target.ts';
import { openEngine } from '../../src/engine/open-engine.ts';
import { startLocalBackend } from '../../src/start-local-backend.ts';

/** `typed` is the schema as it is; `plain` has no materialized view, so that spans go into otel_traces and nowhere else. */
const VARIANTS = ['plain', 'typed'] as const;
export type Variant = (typeof VARIANTS)[number];

/** The engine behind its HTTP front, in a process of its own: `node engine-process.ts <folder> <variant>`. */
async function serve(dataDir: string, variant: Variant): Promise<void> {
  if (variant === 'plain') await removeMaterializedViews(dataDir);
  const backend = await startLocalBackend({ dataDir, otlpPort: false, clickhousePort: 0 });
  process.stdout.write(`ready ${JSON.stringify(backend)}\n`);
  process.once('SIGTERM', () => void backend.close().then(() => process.exit(0)));
}

async function removeMaterializedViews(dataDir: string): Promise<void> {
  const engine = openEngine(join(dataDir, 'engine'));
  await applyMigrations(migrationTarget(engine));
  const views = await engine.run(
    "SELECT name FROM system.tables WHERE database = 'otel' AND engine = 'MaterializedView'",
  );
  for (const name of Buffer.from(views.bytes).toString().trim().split('\n')) {
    await engine.run(`DROP VIEW otel.${name} SYNC`);
  }
  engine.close();
}

if (import.meta.main) {
  const [, , dataDir = '', variant = ''] = process.argv;
  await serve(dataDir, variant as Variant);
}
