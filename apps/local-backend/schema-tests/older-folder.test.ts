import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openEngine } from '../src/engine/open-engine.ts';
import { ask } from '../src/test-support/ask.ts';
import { startTestBackend, temporaryFolder } from '../src/test-support/start-test-backend.ts';

test('a data folder with an older schema is rejected with the way out, and --fresh is that way', async () => {
  const dataDir = await temporaryFolder();
  const older = openEngine(join(dataDir, 'engine'));
  await older.run('CREATE DATABASE otel');
  await older.run(
    `CREATE TABLE otel.schema_migrations ENGINE = ReplacingMergeTree ORDER BY name
      AS SELECT '0004_chat_turns' AS name, 'older' AS checksum, now('UTC') AS applied_at`,
  );
  older.close();

  await expect(startTestBackend({ dataDir })).rejects.toThrow(
    'The database "otel" has another version\'s schema (0004_chat_turns). Start with an empty database: use `--fresh`, or drop "otel" on a server.',
  );
  const fresh = await startTestBackend({ dataDir, fresh: true });
  expect(await ask(fresh, 'SELECT toUInt32(count()) AS events FROM otel.chat_events')).toEqual([
    { events: 0 },
  ]);
});
