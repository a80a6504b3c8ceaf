import { applyMigrations } from '@chatspan-tools/clickhouse-schema/apply-migrations';
import { expect, onTestFinished, test } from 'vitest';
import { migrationTarget } from '../src/engine/migration-target.ts';
import { openEngine } from '../src/engine/open-engine.ts';
import { temporaryFolder } from '../src/test-support/start-test-backend.ts';

test('a batch whose materialized views failed after its spans were stored gets its events on the retry', async () => {
  const engine = openEngine(await temporaryFolder());
  onTestFinished(() => engine.close());
  await applyMigrations(migrationTarget(engine), {
    variables: { EVENTS_TTL_DAYS: '20000', TRACES_TTL_DAYS: '20000' },
  });
  const counts = async (): Promise<string> => {
    const tables = ['otel_traces', 'chat_events', 'chat_turns'];
    const { bytes } = await engine.run(
      `SELECT ${tables.map((table) => `(SELECT count() FROM otel.${table} FINAL)`).join(', ')}`,
    );
    return Buffer.from(bytes).toString().trim();
  };
  const span = {
    Timestamp: '2026-11-20 10:00:00',
    SpanName: 'shopping_chat.turn',
    'Events.Timestamp': ['2026-11-20 10:00:00'],
    'Events.Name': ['shopping_chat.user_respond'],
    'Events.Attributes': [{}],
  };
  const insert = () => engine.insertJsonRows('otel.otel_traces', Buffer.from(`${JSON.stringify(span)}\n`));

  await engine.run('CREATE TABLE otel.broken (n UInt8) ENGINE = Memory AS SELECT 1 AS n');
  await engine.run(`CREATE MATERIALIZED VIEW otel.aaa_mv (n UInt8) ENGINE = Null AS
    SELECT throwIf((SELECT count() FROM otel.broken) > 0) AS n FROM otel.otel_traces`);
  await expect(insert()).rejects.toThrow('throwIf');
  expect(await counts()).toBe('1\t0\t0');
  await engine.run('TRUNCATE TABLE otel.broken');
  await insert();
  expect(await counts()).toBe('1\t1\t1');
});
