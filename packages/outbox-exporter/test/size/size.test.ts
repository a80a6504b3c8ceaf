import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { bundle, OTEL_LINES } from '../bundle.ts';
import recordedGzipBytes from './recorded-gzip-bytes.json' with { type: 'json' };

const HEADROOM = 1.1;

const gzipBytes = (code: string) => gzipSync(code, { level: 9 }).length;

test.each([
  ['@chatspan/outbox-exporter', 'size/exporter-alone.ts'],
  ['@chatspan/outbox-exporter/protobuf', 'size/protobuf-exporter-alone.ts'],
] as const)('%s, from %s, is at most a tenth larger than its recorded size', async (entry, file) => {
  const bytes = gzipBytes(await bundle(file, '2.x', [/^@opentelemetry\//]));
  const recorded = recordedGzipBytes[entry];
  console.info(`${entry}: ${bytes} B of gzip without OpenTelemetry, recorded ${recorded} B`);
  expect(bytes).toBeLessThanOrEqual(recorded * HEADROOM);
  // A bundle that is empty by mistake would pass for a small one.
  expect(bytes).toBeGreaterThan(recorded / HEADROOM);
});

test.each(OTEL_LINES)('the sizes of pages with OpenTelemetry %s are printed for the README', async (line) => {
  const standard = gzipBytes(await bundle('size/standard-exporter.ts', line));
  const outbox = gzipBytes(await bundle('size/outbox-exporter.ts', line));
  console.info(
    `OpenTelemetry ${line}: ${standard} B with OTLPTraceExporter, ${outbox} B with the outbox (gzip)`,
  );
  expect(outbox).toBeGreaterThan(standard);
});
