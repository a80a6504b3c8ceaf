import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import registryJson from './generated/registry.json' with { type: 'json' };

const REPOSITORY = join(import.meta.dirname, '../../..');
const COMMENT = /^\s*(?:\/\/|\/?\*)/;
const LITERAL = /(['"`])([\w.]+)\1/g;

/** Files that may spell a name, with the reason. */
const ALLOWED = new Map([
  [
    'apps/demo-chat-backend/src/semconv.ts',
    "stands for another team's backend, which does not install this package",
  ],
  ['apps/demo-shop/src/event-panel/trace/read-trace.ts', 'holds an SQL statement'],
  ['apps/demo-shop/src/event-panel/trace/span-gist.ts', 'should import its two names'],
  ['packages/instrumentation/src/mapping/gen-ai-evaluation.ts', 'should import its four names'],
]);

const names = new Set(
  [
    ...registryJson.attributes,
    ...registryJson.events,
    ...registryJson.optInEvents,
    ...registryJson.upstreamEvents,
    ...registryJson.metrics,
    ...registryJson.spans,
    registryJson.fallbackEvent,
  ]
    .map(({ name }) => name)
    .filter((name) => name.startsWith('shopping_chat.') || name.startsWith('gen_ai.')),
);

/** Programs and packages, without their tests and what only tests use. */
const FILES = globSync('{packages,apps}/*/src/**/*.ts', { cwd: REPOSITORY })
  .map((file) => file.replaceAll('\\', '/'))
  .filter(
    (file) =>
      !/\.test(?:-d)?\.ts$|\/(?:testing|browse-test)\/|^apps\/(?:e2e|engines)\/|\/src\/generated\//.test(
        file,
      ),
  );

it('leaves the spelling of names to the registry', () => {
  expect(FILES.length).toBeGreaterThan(100);
  const spelled = FILES.filter((file) => !ALLOWED.has(file)).flatMap((file) =>
    readFileSync(join(REPOSITORY, file), 'utf8')
      .split('\n')
      .filter((line) => !COMMENT.test(line))
      .flatMap((line) => [...line.matchAll(LITERAL)])
      .flatMap(([, , text = '']) => (names.has(text) ? [`${file}: ${text}`] : [])),
  );
  expect(spelled).toEqual([]);
});
