import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { observeMachine } from '../machine.ts';
import type { Variant } from './engine-process.ts';
import type { PipelineOptions } from './options.ts';
import { parsePipelineOptions, USAGE } from './options.ts';
import type { Purpose, Segment } from './run-segment.ts';
import { runSegment } from './run-segment.ts';
import { summarize } from './summary.ts';

/** Room for two batches only: the Collector has to refuse when the engine is slower than the load. */
const SMALL_QUEUE = { CHATSPAN_CLICKHOUSE_QUEUE_BYTES: String(16 * 1024 ** 2) };

let options: PipelineOptions;
try {
  options = parsePipelineOptions(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n${USAGE}\n`);
  process.exit(2);
}

async function run(purpose: Purpose, variant: Variant, env: Record<string, string>): Promise<Segment> {
  const { seconds, encoding, traces, connections, configs } = options;
  tell(`${purpose}, ${variant}: ${seconds} s of load`);
  const segment = await runSegment({
    parent,
    purpose,
    variant,
    load: { seconds, encoding, tracesPerRequest: traces, connections },
    collectorEnv: { ...options.env, ...env },
    collectorConfigs: configs,
    onProgress: tell,
  });
  tell(`${purpose}, ${variant}: ${segment.sent.events} events, ${segment.eventsPerSecond} a second`);
  return segment;
}

function tell(message: string): void {
  process.stderr.write(`${message}\n`);
}

const machine = observeMachine();
// Nothing is removed before the end: an ext4 without a journal looks past every inode that was freed in the last minutes
// (recently_deleted() of fs/ext4/ialloc.c), and the next segment would pay for it with each file it makes.
const parent = await mkdtemp(join(tmpdir(), 'chatspan-bench-'));
const segments: Segment[] = [];
try {
  for (let round = 0; round < options.rounds; round += 1) {
    const order: Variant[] = round % 2 === 0 ? ['plain', 'typed'] : ['typed', 'plain'];
    for (const variant of order) segments.push(await run('throughput', variant, {}));
  }
  segments.push(await run('back-pressure', 'typed', SMALL_QUEUE));
} finally {
  tell('Removing the data');
  await rm(parent, { recursive: true, force: true });
}
const summary = summarize(segments);
process.stdout.write(`${JSON.stringify({ machine: machine(), options, summary, segments }, null, 2)}\n`);
if (summary.lossy > 0) {
  tell(`${summary.lossy} segments do not hold what was sent: see "stored" beside "sent".`);
  process.exitCode = 1;
}
