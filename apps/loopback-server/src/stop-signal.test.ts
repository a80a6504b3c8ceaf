import { join } from 'node:path';
import { startChildServer } from '@chatspan-tools/processes/child-server';
import { expect, onTestFinished, test } from 'vitest';

/** Has a thread at work that no exit may wait for. */
const PROGRAM = `
  import { pbkdf2 } from 'node:crypto';
  import { aborted, stopSignal } from ${JSON.stringify(join(import.meta.dirname, 'stop-signal.ts'))};
  const stop = stopSignal(() => console.log('told to stop'));
  setInterval(() => {}, 1000);
  pbkdf2('', '', 2 ** 31 - 1, 64, 'sha512', () => {});
  process.on('exit', () => console.log('exit handlers ran'));
  console.log('ready: ' + process.pid);
  await aborted(stop);
  console.log('stopping');
`;

async function startProgram() {
  const lines: string[] = [];
  const shell = await startChildServer({
    name: 'A program',
    command: 'sh',
    args: ['-c', '"$0" --input-type=module --eval "$1"; echo "exit code $?"', process.execPath, PROGRAM],
    env: { PATH: process.env.PATH ?? '' },
    find: [/^ready: (\d+)$/],
    onLine: (line) => lines.push(line),
  });
  const pid = Number(shell.found[0]);
  const isRunning = () => !lines.some((line) => line.startsWith('exit code'));
  const send = (signal: NodeJS.Signals) => isRunning() && process.kill(pid, signal);
  onTestFinished(() => void send('SIGKILL'));
  return { lines, isRunning, send };
}

/** A pause that the program has to notice, not one that a test waits for a result in. */
async function longerThanOneSignal(): Promise<void> {
  const over = performance.now() + 600;
  await expect.poll(() => performance.now(), { timeout: 2_000 }).toBeGreaterThan(over);
}

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('the first %s asks to stop, the second ends the process with %i', async (signal, code) => {
  const program = await startProgram();
  program.send(signal);
  await expect.poll(() => program.lines).toContain('stopping');
  await longerThanOneSignal();
  expect(program.isRunning()).toBe(true);
  program.send(signal);
  await expect.poll(() => program.lines).toContain(`exit code ${code}`);
  expect(program.lines.slice(1, 4)).toEqual(['told to stop', 'stopping', 'exit handlers ran']);
});

test('a Ctrl-C that a launcher passes on once more counts once', async () => {
  const program = await startProgram();
  program.send('SIGINT');
  await expect.poll(() => program.lines).toContain('stopping');
  program.send('SIGINT');
  program.send('SIGTERM');
  await longerThanOneSignal();
  expect(program.isRunning()).toBe(true);
});
