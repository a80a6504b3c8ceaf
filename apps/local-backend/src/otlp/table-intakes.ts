import type { Gate } from '../engine/gate.ts';
import type { Engine } from '../engine/open-engine.ts';
import type { Intake } from './handle-otlp.ts';
import { logRows } from './log-rows.ts';
import { createRowBatcher } from './row-batcher.ts';
import { spanRows } from './span-rows.ts';

/** An insert takes about seven times its rows in memory. */
const MAX_BATCH_BYTES = 4 * 1024 ** 2;

/** The intakes by path, each into the table of its signal. */
export function tableIntakes(
  engine: Engine,
  writes: Gate,
  maxWaitingBytes: number,
): { '/v1/traces': Intake; '/v1/logs': Intake } {
  const into = (table: string, toRows: Intake['toRows']): Intake => ({
    toRows,
    batcher: createRowBatcher({
      write: (rows) => engine.insertJsonRows(table, rows),
      writes,
      maxWaitingBytes,
      maxBatchBytes: MAX_BATCH_BYTES,
    }),
  });
  return {
    '/v1/traces': into('otel.otel_traces', spanRows),
    '/v1/logs': into('otel.otel_logs', logRows),
  };
}
