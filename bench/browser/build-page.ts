import { join } from 'node:path';
import type { Rolldown } from 'vite';
import { build } from 'vite';
import type { PageKind } from './otel-line.ts';
import { otelLine } from './otel-line.ts';

/** The files of a built page, by name. The one that the page loads is `entry.js`. */
export type PageFiles = ReadonlyMap<string, Rolldown.OutputChunk>;

/** Builds a page's script as a shop would ship it: bundled and minified, dynamic imports in files of their own. */
export async function buildPage(
  row: PageKind,
  input: string,
  { minify = true, external = [] as (string | RegExp)[] } = {},
): Promise<PageFiles> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    root: join(import.meta.dirname, '..'),
    plugins: [otelLine(row)],
    define: { BENCH_COMPRESS: JSON.stringify(row.compress === true) },
    build: {
      write: false,
      minify,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input,
        external,
        preserveEntrySignatures: false,
        output: { entryFileNames: 'entry.js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
  const { output } = built as Rolldown.RolldownOutput;
  return new Map(output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file] as const] : [])));
}
