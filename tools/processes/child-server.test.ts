import { expect, test } from 'vitest';
import { startChildServer } from './child-server.ts';

const start = (script: string, readyWithinMs?: number) =>
  startChildServer({
    name: 'The test server',
    command: process.execPath,
    args: ['-e', script],
    env: { PATH: process.env.PATH ?? '' },
    find: [/one: (\d+)/, /two: (\w+)/],
    ...(readyWithinMs ? { readyWithinMs } : {}),
  });

test('a server is ready when all of its values were read, in whatever order they come', async () => {
  const server = await start("console.error('two: b'); console.log('one: 1'); setInterval(() => {}, 1000)");
  expect(server.found).toEqual(['1', 'b']);
  await server.close();
  expect(() => process.kill(server.pid, 0)).toThrow('ESRCH');
});

test('a server that ends too early is an error with its last lines', async () => {
  await expect(start("console.log('one: 1'); console.error('no room'); process.exit(3)")).rejects.toThrow(
    /^The test server ended with 3 before it was ready\. Its last lines:\n[\s\S]*no room/,
  );
});

test('a server that says nothing is an error, and is stopped', async () => {
  await expect(start('setInterval(() => {}, 1000)', 200)).rejects.toThrow('was not ready within 200 ms');
});

test('a program that is not there is an error', async () => {
  const missing = startChildServer({
    name: 'None',
    command: 'no-such-program',
    args: [],
    env: {},
    find: [/x/],
  });
  await expect(missing).rejects.toThrow('spawn no-such-program ENOENT');
});
