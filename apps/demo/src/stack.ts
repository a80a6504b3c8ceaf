import { join } from 'node:path';
import { aborted, stopSignal } from '@chatspan/loopback-server/stop-signal';
import { dockerProblem } from './stack/docker-problem.ts';
import { runNatively } from './stack/run-natively.ts';
import { runWithDocker } from './stack/run-with-docker.ts';

const onProgress = (line: string): void => console.log(line);
const stop = stopSignal(() => console.log('Stopping. Press Ctrl-C again to end it now.'));
const options = {
  layers: process.argv.slice(2),
  dataDir: process.env.CHATSPAN_STACK_DATA_DIR || join(import.meta.dirname, '../../../.cache/stack'),
  onProgress,
  signal: stop,
};
try {
  const problem = await dockerProblem();
  if (problem) onProgress(`Without Docker (${problem}): starting everything as processes of this machine.`);
  const stack = problem ? await runNatively(options) : await runWithDocker(options);
  console.log(`ready: ${stack.url}`);
  await aborted(stop);
  await stack.close();
  process.exit(0);
} catch (error) {
  // A start that was stopped.
  if (stop.aborted && error instanceof Error && error.name === 'AbortError') process.exit(0);
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
