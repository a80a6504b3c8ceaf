import type { JsonTraceSerializer } from '@opentelemetry/otlp-transformer';

/** The spans of whichever OpenTelemetry line is installed. */
export type ReadableSpans = Parameters<(typeof JsonTraceSerializer)['serializeRequest']>[0];

/** How spans become request bodies. */
export interface TraceFormat {
  contentType: string;
  /** @throws what the serializer throws. */
  serialize(spans: ReadableSpans): Uint8Array<ArrayBuffer>;
  /**
   * The request with only those spans for which `keep` says so, asked in the order of the spans.
   * @throws when the body is not such a request.
   */
  filter(body: Uint8Array, keep: (index: number) => boolean): Uint8Array<ArrayBuffer>;
  /** How many spans the receiver rejected, and its words. @throws when it is not an answer. */
  readAnswer(answer: Uint8Array): { rejected: number; detail: string };
}
