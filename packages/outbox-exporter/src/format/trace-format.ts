import type { JsonTraceSerializer } from '@opentelemetry/otlp-transformer';
import type { RequestBody } from '../batches/batch.ts';

/** The spans of the installed OpenTelemetry version. */
export type ReadableSpans = Parameters<(typeof JsonTraceSerializer)['serializeRequest']>[0];

/** OTLP as JSON or protobuf: turns spans into request bodies and reads the receiver's answers. */
export interface TraceFormat {
  contentType: string;
  /** @throws what the serializer throws. */
  serialize(spans: ReadableSpans): RequestBody;
  /** How many spans the receiver rejected, and its message. @throws when it is not an OTLP answer. */
  readAnswer(answer: Uint8Array): { rejectedSpans: number; detail: string };
}
