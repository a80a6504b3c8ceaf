import { join } from 'node:path';
import type { Plugin } from 'vite';

const SOURCE = join(import.meta.dirname, '..', 'src');

/** An SDK line for all modules, or for the page alone while the instrumentation's own imports stay those of this package. */
export type OtelLine = { readonly folder: 'otel2' | 'otel3' | 'browser-sdk'; readonly pageOnly?: boolean };

/** Resolves `#tracing` and `@opentelemetry/*` from the fixture of an SDK line. */
export function otelLine({ folder, pageOnly = false }: OtelLine): Plugin {
  const tracing = join(import.meta.dirname, folder, 'tracing.ts');
  return {
    name: 'otel-line',
    enforce: 'pre',
    resolveId(source, importer = '') {
      if (source === '#tracing') return tracing;
      if (!source.startsWith('@opentelemetry/') || importer.includes('node_modules')) return null;
      const isOurs = importer.startsWith(SOURCE) && !importer.includes('.test.ts');
      return pageOnly && isOurs ? null : this.resolve(source, tracing, { skipSelf: true });
    },
  };
}
