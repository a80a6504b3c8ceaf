import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startCollector } from '@chatspan-tools/native/start-collector';
import { startChildServer } from '@chatspan-tools/processes/child-server';
import type { LocalBackend } from '../../src/start-local-backend.ts';
import type { Variant } from './engine-process.ts';
import type { LoadOptions, LoadReport } from './load/load-generator.ts';
import type { Memory } from './process-memory.ts';
import { watchMemory } from './process-memory.ts';
import { processorSeconds } from './processor-seconds.ts';
import type { StoredRows } from './stored-rows.ts';
import { countStoredRows, waitForSpans } from './stored-rows.ts';

export type Purpose = 'throughput' | 'back-pressure';

export interface SegmentOptions {
  /** Folder for the data, which are left there: see main.ts. */
  readonly parent: string;
  readonly purpose: Purpose;
  readonly variant: Variant;
  readonly load: Omit<LoadOptions, 'otlpUrl'>;
  /** Environment of the Collector, on top of what connects it to the engine. */
  readonly collectorEnv: Readonly<Record<string, string>>;
  /** More configuration of the Collector: paths of files, or `yaml:` and a setting, such as one to be tried. */
  readonly collectorConfigs: readonly string[];
  readonly onProgress: (message: string) => void;
}

export interface Segment {
  readonly purpose: Purpose;
  readonly variant: Variant;
  readonly sent: LoadReport;
  readonly stored: StoredRows;
  /** From the first request until the last span is in the engine. */
  readonly seconds: number;
  readonly eventsPerSecond: number;
  readonly collectorMemoryMiB: Memory;
  readonly engineMemoryMiB: Memory;
  readonly collectorProcessorSeconds: number;
  readonly engineProcessorSeconds: number;
}

/** Fresh processes and a fresh folder each time: generator → Collector → engine, until everything sent is stored. */
export async function runSegment(options: SegmentOptions): Promise<Segment> {
  const folder = await mkdtemp(join(options.parent, 'segment-'));
  const env = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '' };
  const engine = await startChildServer({
    name: 'The engine',
    command: process.execPath,
    args: [join(import.meta.dirname, 'engine-process.ts'), join(folder, 'data'), options.variant],
    env,
    find: [/^ready (.*)$/],
  });
  try {
    const access = JSON.parse(engine.found[0] ?? '') as LocalBackend;
    const collector = await startCollector({
      configs: ['base.yaml', 'exporters/clickhouse.yaml', ...options.collectorConfigs],
      env: {
        CHATSPAN_CLICKHOUSE_URL: access.clickhouseUrl,
        CHATSPAN_CLICKHOUSE_USER: access.writerUser,
        CHATSPAN_CLICKHOUSE_PASSWORD: access.writerPassword,
        CHATSPAN_COLLECTOR_DATA_DIR: join(folder, 'queues'),
        ...options.collectorEnv,
      },
      onProgress: options.onProgress,
    });
    try {
      const collectorMemory = watchMemory(collector.pid);
      const engineMemory = watchMemory(engine.pid);
      const before = await processorTimes(collector.pid, engine.pid);
      const started = Date.now();
      const sent = await generate({ ...options.load, otlpUrl: collector.otlpUrl }, env);
      await waitForSpans(access, sent.spans, options.onProgress);
      const seconds = (Date.now() - started) / 1000;
      const memory = { collector: await collectorMemory.stop(), engine: await engineMemory.stop() };
      const after = await processorTimes(collector.pid, engine.pid);
      return {
        purpose: options.purpose,
        variant: options.variant,
        sent,
        stored: await countStoredRows(access),
        seconds,
        eventsPerSecond: Math.round(sent.events / seconds),
        collectorMemoryMiB: memory.collector,
        engineMemoryMiB: memory.engine,
        collectorProcessorSeconds: after.collector - before.collector,
        engineProcessorSeconds: after.engine - before.engine,
      };
    } finally {
      await collector.close();
    }
  } finally {
    await engine.close();
  }
}

async function processorTimes(
  collector: number,
  engine: number,
): Promise<{ collector: number; engine: number }> {
  return { collector: await processorSeconds(collector), engine: await processorSeconds(engine) };
}

async function generate(options: LoadOptions, env: Record<string, string>): Promise<LoadReport> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(import.meta.dirname, 'load/load-generator.ts'), JSON.stringify(options)],
    { env },
  );
  return JSON.parse(stdout) as LoadReport;
}
