import { expect, inject, test } from 'vitest';
import { behave, freshName, requestsOf } from '../test/browser-outbox.ts';
import { startProvider } from '../test/otel2/start-provider.ts';
import { OutboxTraceExporter } from './protobuf.ts';

test('binary spans are stored, sent, halved and acknowledged like JSON', async () => {
  const name = freshName();
  await behave(name, { rejectSpan: 'b' });
  const exporter = new OutboxTraceExporter({ url: `${inject('receiverOrigin')}/${name}/v1/traces`, name });
  const provider = startProvider(exporter, 60_000);
  for (const span of ['a', 'b', 'c']) provider.tracer.startSpan(span).end();
  await provider.shutdown();
  const requests = await requestsOf(name);
  expect(requests.map(({ status, spans }) => [status, ...spans])).toEqual([
    [400, 'a', 'b', 'c'],
    [200, 'a'],
    [400, 'b', 'c'],
    [400, 'b'],
    [200, 'c'],
  ]);
  expect(requests[0]?.headers['content-type']).toBe('application/x-protobuf');
  expect(exporter.stats()).toMatchObject({ stored: 3, sent: 2, dropped: { rejected: 1 }, pendingBatches: 0 });
});
