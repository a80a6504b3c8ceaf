import { ProtobufTraceSerializer } from '@opentelemetry/otlp-transformer';
import type { RequestBody } from '../batches/batch.ts';
import type { TraceFormat } from './trace-format.ts';

/** OTLP in binary protobuf. */
export const protobufFormat: TraceFormat = {
  contentType: 'application/x-protobuf',

  serialize: (spans) => ProtobufTraceSerializer.serializeRequest(spans) as RequestBody,

  readAnswer(answer) {
    const { partialSuccess } = ProtobufTraceSerializer.deserializeResponse(answer);
    return {
      rejectedSpans: Number(partialSuccess?.rejectedSpans) || 0,
      detail: partialSuccess?.errorMessage || '',
    };
  },
};
