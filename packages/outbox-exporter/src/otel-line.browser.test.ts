import { expect, inject, test } from 'vitest';
import { startProvider } from '../test/otel2/start-provider.ts';

test('these tests run on the OpenTelemetry line that the project is for', async () => {
  const versions: unknown[] = [];
  const provider = startProvider(
    {
      export(spans, resultCallback) {
        versions.push(...spans.map(({ resource }) => resource.attributes['telemetry.sdk.version']));
        resultCallback({ code: 0 });
      },
      shutdown: async () => undefined,
    },
    60_000,
  );
  provider.tracer.startSpan('a').end();
  await provider.flush();
  expect(versions).toEqual([expect.stringMatching(`^${inject('otelMajor')}\\.`)]);
});
