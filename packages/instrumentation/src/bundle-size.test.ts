import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { expect, it } from 'vitest';

/** What a page gets of `import { … } from '@chatspan/instrumentation'`, minified, without the peers. */
async function bundle(...names: string[]): Promise<string> {
  const entry = 'virtual:entry';
  const source = `import { ${names} } from '${import.meta.dirname}/index.ts'; globalThis.used = [${names}];`;
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    root: import.meta.dirname,
    build: {
      write: false,
      minify: true,
      target: 'es2022',
      rolldownOptions: { input: entry, external: [/^@opentelemetry\//] },
    },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) => (id === entry ? source : undefined),
      },
    ],
  });
  const [first] = (Array.isArray(output) ? output : [output]) as { output: { code?: string }[] }[];
  return (first?.output ?? []).map(({ code }) => code ?? '').join('');
}

const gzipped = (code: string): number => gzipSync(code, { level: 9 }).length;

// Gzipped bytes when last recorded. A bundle may grow by a tenth before somebody has to say what the bytes buy.
const RECORDED_SIZES = [
  [13_363, ['ShoppingChatInstrumentation']],
  [15_296, ['ShoppingChatInstrumentation', 'trackerSource']],
  [19_454, ['ShoppingChatInstrumentation', 'trackerSource', 'chatRequestUrls']],
] as const;

it.each(RECORDED_SIZES)('stays within a tenth of %i gzipped bytes for %j', async (recorded, names) => {
  const size = gzipped(await bundle(...names));
  expect(size).toBeLessThan(recorded * 1.1);
  // A bundle that is empty by mistake would pass for a small one.
  expect(size).toBeGreaterThan(recorded * 0.9);
});

it('leaves out what the page does not use', async () => {
  const code = await bundle('ShoppingChatInstrumentation', 'manualSource');
  expect(code).toContain('shopping_chat.session');
  for (const unused of ['pointerdown', 'XMLHttpRequest', 'PerformanceObserver', 'gen_ai.evaluation']) {
    expect(code).not.toContain(unused);
  }
});
