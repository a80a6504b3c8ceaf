import { randomBytes } from 'node:crypto';
import { JsonTraceSerializer, ProtobufTraceSerializer } from '@opentelemetry/otlp-transformer';
import { chatTrace } from './chat-trace-spans.ts';

export type Encoding = 'json' | 'protobuf';

export interface RequestBodies {
  readonly contentType: string;
  /** A request that nobody has seen: the same traces under other trace ids and chat session ids. */
  next(): Buffer;
}

/**
 * Serializes a request once; every later one is a copy with other ids. The generator shares two cores with what it
 * measures: serializing each request would cost more than the Collector takes to read it.
 */
export function createRequestBodies(encoding: Encoding, tracesPerRequest: number): RequestBodies {
  const start = new Date(Date.now() - 120_000);
  const traces = Array.from({ length: tracesPerRequest }, () => chatTrace(start));
  const spans = traces.flatMap((trace) => trace.spans);
  const serializer = encoding === 'json' ? JsonTraceSerializer : ProtobufTraceSerializer;
  const bytes = serializer.serializeRequest(spans);
  if (bytes === undefined) throw new Error('The request could not be serialized.');
  const template = Buffer.from(bytes);
  const places = traces.map(({ traceId }) => ({
    raw: encoding === 'protobuf' ? placesOf(template, Buffer.from(traceId, 'hex')) : [],
    text: placesOf(template, Buffer.from(traceId)),
  }));
  return {
    contentType: encoding === 'json' ? 'application/json' : 'application/x-protobuf',
    next() {
      const body = Buffer.from(template);
      for (const { raw, text } of places) {
        const id = randomBytes(16);
        const hex = Buffer.from(id.toString('hex'));
        for (const place of raw) id.copy(body, place);
        for (const place of text) hex.copy(body, place);
      }
      return body;
    },
  };
}

function placesOf(body: Buffer, part: Buffer): number[] {
  const places: number[] = [];
  for (let place = body.indexOf(part); place !== -1; place = body.indexOf(part, place + part.length)) {
    places.push(place);
  }
  return places;
}
