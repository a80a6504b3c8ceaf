import { join } from 'node:path';
import type { Plugin } from 'vite';

const OTEL3 = join(import.meta.dirname, 'otel3');

/** Puts the OpenTelemetry 3.x line in the place of 2.x, for the code under test and for the test provider. */
export function otel3Line(): Plugin {
  return {
    name: 'otel3-line',
    enforce: 'pre',
    resolveId(source, importer) {
      if (source.endsWith('/otel2/start-provider.ts')) return join(OTEL3, 'start-provider.ts');
      if (!source.startsWith('@opentelemetry/') || importer?.includes('node_modules')) return null;
      return this.resolve(source, join(OTEL3, 'start-provider.ts'), { skipSelf: true });
    },
  };
}
