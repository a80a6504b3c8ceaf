import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';

const ROUND_TRIP_MILLIS = 100;

/** A span in Zipkin's JSON, which Splunk RUM sends. Span events are annotations without attributes. */
export interface ZipkinSpan {
  readonly name: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly annotations?: readonly { readonly value: string }[];
}

/** Keeps the spans that pages of any origin post, in the order of their arrival. */
export interface Intake {
  readonly spans: readonly ZipkinSpan[];
  /** Takes a request. */
  take(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

/** An empty intake. */
export function createIntake(): Intake {
  const spans: ZipkinSpan[] = [];
  return {
    spans,
    async take(request, response) {
      response.setHeader('access-control-allow-origin', request.headers.origin ?? '*');
      response.setHeader('access-control-allow-credentials', 'true');
      response.setHeader('access-control-allow-headers', 'content-type');
      const body = `${await buffer(request)}`;
      // A request that the browser must ask for first dies with its page, as on a real network.
      if (request.method === 'OPTIONS') await setTimeout(ROUND_TRIP_MILLIS);
      else spans.push(...(JSON.parse(body) as ZipkinSpan[]));
      response.end();
    },
  };
}
