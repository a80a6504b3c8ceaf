import { execFile } from 'node:child_process';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { ROOT, trackedFiles } from './tracked-files.ts';

/** Runs a program of the root's node_modules in a folder of the repository, and returns its output. */
async function run(program: string, args: string[], folder = ''): Promise<string> {
  const { stdout } = await promisify(execFile)(join(ROOT, 'node_modules/.bin', program), args, {
    cwd: join(ROOT, folder),
    env: { ...process.env, CHATSPAN_BROWSERS: 'firefox,webkit,chrome', TURBO_TELEMETRY_DISABLED: '1' },
    maxBuffer: 64 * 1024 ** 2,
  });
  return stdout;
}

test('every project of vitest finds tests, and every test file belongs to a project', async () => {
  const listed: { file: string; projectName: string }[] = JSON.parse(
    await run('vitest', ['list', '--filesOnly', '--json']),
  );
  const projects = new Set(listed.map(({ projectName }) => projectName.replace(' (chromium)', '')));
  // A pattern in vitest.config.ts that no longer matches takes its projects out without an error.
  expect([...projects].toSorted()).toEqual([
    'bench',
    'clickhouse-schema',
    'collector',
    'demo',
    'demo-chat-backend',
    'demo-shop',
    'e2e',
    'e2e-outbox',
    'e2e-stack',
    'engines',
    'explorer',
    'instrumentation',
    'instrumentation-browser-sdk',
    'instrumentation-firefox',
    'instrumentation-mixed',
    'instrumentation-otel2',
    'instrumentation-otel3',
    'instrumentation-pages',
    'instrumentation-webkit',
    'local-backend',
    'loopback-server',
    'named-queries',
    'outbox-exporter',
    'outbox-exporter-browser',
    'outbox-exporter-browser-otel3',
    'outbox-exporter-firefox',
    'outbox-exporter-webkit',
    'semantic-conventions',
    'stack',
    'tools',
    'vendor-sdks',
  ]);
  const files = new Set(listed.map(({ file }) => relative(ROOT, file)));
  expect(trackedFiles('*.test.ts').filter((file) => !files.has(file))).toEqual([]);
});

test('`turbo run typecheck` checks every TypeScript file', async () => {
  const plan: { tasks: { directory: string; command: string }[] } = JSON.parse(
    await run('turbo', ['run', 'typecheck', '--dry=json']),
  );
  const runs = plan.tasks.flatMap(({ directory, command }) =>
    [...command.matchAll(/\btsc --noEmit(?: -p (\S+))?/g)].map(([, project = '.']) => ({
      directory,
      project,
    })),
  );
  expect(runs.length).toBeGreaterThan(20);
  const checked = new Set<string>();
  for (const { directory, project } of runs) {
    const files = await run('tsc', ['-p', project, '--listFilesOnly'], directory);
    for (const file of files.trim().split('\n')) checked.add(relative(ROOT, file));
  }
  expect(trackedFiles('*.ts').filter((file) => !checked.has(file))).toEqual([]);
});
