import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { bundle, OTEL_LINES } from '../bundle.ts';

const LIMIT = 4_000;

const gzipBytes = (code: string) => gzipSync(code, { level: 9 }).length;

test.each(OTEL_LINES)(
  'with OpenTelemetry %s the outbox adds at most 4 kB to the standard exporter',
  async (line) => {
    const standard = gzipBytes(await bundle('size/standard-exporter.ts', line));
    const outbox = gzipBytes(await bundle('size/outbox-exporter.ts', line));
    console.info(
      `OpenTelemetry ${line}: ${standard} B with OTLPTraceExporter, ${outbox} B with the outbox (gzip)`,
    );
    expect(outbox - standard).toBeLessThanOrEqual(LIMIT);
  },
);
