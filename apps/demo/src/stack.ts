import { once } from 'node:events';
import { join } from 'node:path';
import { dockerProblem } from './stack/docker-problem.ts';
import { runNatively } from './stack/run-natively.ts';
import { runWithDocker } from './stack/run-with-docker.ts';

const onProgress = (line: string): void => console.log(line);
const options = {
  layers: process.argv.slice(2),
  dataDir: process.env.CHATSPAN_STACK_DATA_DIR || join(import.meta.dirname, '../../../.cache/stack'),
  onProgress,
};
const stop = new AbortController();
process.on('SIGINT', () => stop.abort());
process.on('SIGTERM', () => stop.abort());

try {
  const problem = await dockerProblem();
  if (problem) onProgress(`Without Docker (${problem}): starting everything as processes of this machine.`);
  const stack = problem ? await runNatively(options) : await runWithDocker(options);
  console.log(`ready: ${stack.url}`);
  if (!stop.signal.aborted) await once(stop.signal, 'abort');
  console.log('Stopping');
  await stack.close();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
