import { join } from 'node:path';
import type { Plugin } from 'vite';
import type { Row } from '../rows.ts';

const EXPORTER = '@opentelemetry/exporter-trace-otlp-http';
const BENCH = join(import.meta.dirname, '..');

/** What a page is built for. */
export type PageKind = Pick<Row, 'line' | 'peer' | 'compress'> & {
  /** Spans are recorded and go nowhere. */
  readonly exportsNothing?: boolean;
};

/** Puts a row's peer behind `#peer`, and its line of OpenTelemetry behind `#otel` and `@opentelemetry/*`. */
export function otelLine({ line, peer, exportsNothing }: PageKind): Plugin {
  const otel = join(BENCH, line, 'otel.ts');
  return {
    name: 'otel-line',
    enforce: 'pre',
    resolveId(source, importer = '') {
      if (source === '#peer') return join(BENCH, 'peers', `${peer}.ts`);
      if (source === '#otel') return otel;
      if (exportsNothing && source === EXPORTER) return join(BENCH, 'page', 'no-export.ts');
      if (!source.startsWith('@opentelemetry/') || importer.includes('node_modules')) return null;
      return this.resolve(source, otel, { skipSelf: true });
    },
  };
}
