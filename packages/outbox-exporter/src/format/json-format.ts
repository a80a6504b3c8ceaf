import { JsonTraceSerializer } from '@opentelemetry/otlp-transformer';
import type { RequestBody } from '../batches/batch.ts';
import { withNativeJson } from './native-json.ts';
import type { TraceFormat } from './trace-format.ts';

/** OTLP/JSON. */
export const jsonFormat: TraceFormat = {
  contentType: 'application/json',

  serialize: (spans) => withNativeJson(() => JsonTraceSerializer.serializeRequest(spans) as RequestBody),

  readAnswer(answer) {
    const { rejectedSpans, errorMessage } = JSON.parse(new TextDecoder().decode(answer)).partialSuccess ?? {};
    // int64 is a string in protobuf's JSON, and a number in some receivers' answers.
    return { rejectedSpans: Number(rejectedSpans) || 0, detail: errorMessage || '' };
  },
};
