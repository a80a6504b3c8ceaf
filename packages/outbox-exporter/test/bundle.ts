import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import { build } from 'vite';
import { otel3Line } from './otel3-line.ts';

/** The OpenTelemetry lines that everything has to work with. */
export const OTEL_LINES = ['2.x', '3.x'] as const;

export type OtelLine = (typeof OTEL_LINES)[number];

/** A minified bundle of one file of this folder, as a shop would ship it. `external` packages are left out. */
export async function bundle(file: string, line: OtelLine, external: RegExp[] = []): Promise<string> {
  const plugins: Plugin[] = line === '3.x' ? [otel3Line()] : [];
  const output = await build({
    configFile: false,
    logLevel: 'error',
    root: import.meta.dirname,
    plugins,
    build: {
      write: false,
      minify: true,
      rollupOptions: { input: join(import.meta.dirname, file), external },
    },
  });
  const [chunk, ...more] = (output as Rolldown.RolldownOutput).output;
  if (more.length > 0) throw new Error(`${file} was bundled into ${more.length + 1} files; one is expected`);
  return chunk.code;
}
