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
  resource?: Attributes;
  /** Of the status. */
  message?: string;
}

/** A Collector with the guard, and the vendor behind it. */
export interface Guarded {
  readonly otlpUrl: string;
  readonly vendor: FakeVendor;
  /** Sends one turn span with one event, and returns what the vendor gets. */
  through(sent: Guardable): Promise<
    Record<'span' | 'event' | 'resource', Record<string, unknown>> & {
      message: string | undefined;
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
      const status = sent.message === undefined ? {} : { status: { code: 2, message: sent.message } };
      const event = { name: 'shopping_chat.user_respond', attributes: sent.event ?? {} };
      const body = chatTrace(
        [{ name: 'shopping_chat.turn', attributes: sent.span ?? {}, events: [event], ...status }],
        sent.resource,
      ).replaceAll('again:', '');
      expect((await postTraces(collector.otlpUrl, body)).status).toBe(200);
      const request = await eventually('the vendor gets the span', () => vendor.requests[before]);
      const [resourceSpans] = request.body.resourceSpans;
      const [span] = resourceSpans.scopeSpans[0].spans;
      return {
        span: plain(span.attributes ?? []),
        event: plain(span.events[0].attributes ?? []),
        resource: plain(resourceSpans.resource.attributes),
        message: span.status.message,
        request,
      };
    },
    async close() {
      await collector.close();
      await vendor.close();
    },
  };
}
