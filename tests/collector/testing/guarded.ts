import { startCollector } from '@chatspan-tools/native/start-collector';
import type { Attributes } from '@chatspan-tools/native/testing/chat-trace';
import { chatTrace, plain, postTraces } from '@chatspan-tools/native/testing/chat-trace';
import { eventually } from '@chatspan-tools/native/testing/eventually';
import { expect } from 'vitest';
import type { FakeVendor } from './fake-vendor.ts';
import { startFakeVendor } from './fake-vendor.ts';

/** What is sent through the guard. A name after `again:` is there twice. */
export interface Guardable {
  span?: Attributes;
  event?: Attributes;
  /** Default: a question of the shopper. */
  eventName?: string;
  resource?: Attributes;
  scope?: Attributes;
  /** What every field becomes that is no attribute: status message, trace state, names, versions and schema URLs. */
  fields?: string;
}

/** A Collector with the guard, and the vendor behind it. */
export interface Guarded {
  readonly otlpUrl: string;
  readonly vendor: FakeVendor;
  /** Sends one turn span with one event, and returns what the vendor gets. */
  through(sent: Guardable): Promise<
    Record<'span' | 'event' | 'resource' | 'scope' | 'fields', Record<string, unknown>> & {
      request: FakeVendor['requests'][number];
    }
  >;
  close(): Promise<void>;
}

/** Starts both. `settings` are the Collector's. */
export async function startGuarded(settings: Record<string, string> = {}): Promise<Guarded> {
  const vendor = await startFakeVendor();
  const collector = await startCollector({
    configs: ['base.yaml', 'vendors/generic-otlp.yaml', 'yaml:exporters::otlp_http/generic::encoding: json'],
    env: { OTLP_VENDOR_URL: vendor.url, OTLP_VENDOR_HEADER: 'x-key', OTLP_VENDOR_KEY: 'k', ...settings },
  });
  return {
    otlpUrl: collector.otlpUrl,
    vendor,
    async through(sent) {
      const before = vendor.requests.length;
      const {
        span = {},
        event = {},
        eventName = 'shopping_chat.user_respond',
        resource,
        scope,
        fields,
      } = sent;
      const body = chatTrace(
        [
          {
            name: fields ?? 'shopping_chat.turn',
            attributes: span,
            events: [{ name: eventName, attributes: event }],
            ...(fields === undefined ? {} : { status: { code: 2, message: fields }, traceState: fields }),
          },
        ],
        resource,
        {
          attributes: scope ?? {},
          ...(fields === undefined ? {} : { name: fields, version: fields, schemaUrl: fields }),
        },
      ).replaceAll('again:', '');
      expect((await postTraces(collector.otlpUrl, body)).status).toBe(200);
      const request = await eventually('the vendor gets the span', () => vendor.requests[before]);
      return { ...received(request.body), request };
    },
    async close() {
      await collector.close();
      await vendor.close();
    },
  };
}

/** The one span of a request, taken apart. */
// biome-ignore lint/suspicious/noExplicitAny: OTLP JSON.
function received(body: any) {
  const [resourceSpans] = body.resourceSpans;
  const [scopeSpans] = resourceSpans.scopeSpans;
  const [span] = scopeSpans.spans;
  return {
    span: plain(span.attributes ?? []),
    event: plain(span.events[0].attributes ?? []),
    resource: plain(resourceSpans.resource.attributes ?? []),
    scope: plain(scopeSpans.scope.attributes ?? []),
    fields: {
      'status message': span.status.message,
      'trace state': span.traceState,
      'span name': span.name,
      'scope name': scopeSpans.scope.name,
      'scope version': scopeSpans.scope.version,
      'scope schema URL': scopeSpans.schemaUrl,
      'resource schema URL': resourceSpans.schemaUrl,
    },
  };
}
