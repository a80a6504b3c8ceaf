import { JsonTraceSerializer } from '@opentelemetry/otlp-transformer';
import type { TraceFormat } from './trace-format.ts';

interface TraceRequest {
  resourceSpans: { scopeSpans: { spans: unknown[] }[] }[];
}

const decode = (bytes: Uint8Array) => JSON.parse(new TextDecoder().decode(bytes));

/** OTLP/JSON. */
export const jsonFormat: TraceFormat = {
  contentType: 'application/json',

  serialize: (spans) => JsonTraceSerializer.serializeRequest(spans) as Uint8Array<ArrayBuffer>,

  filter(body, keep) {
    let index = 0;
    const request: TraceRequest = decode(body);
    for (const resource of request.resourceSpans) {
      for (const scope of resource.scopeSpans) scope.spans = scope.spans.filter(() => keep(index++));
      resource.scopeSpans = resource.scopeSpans.filter(({ spans }) => spans.length);
    }
    request.resourceSpans = request.resourceSpans.filter(({ scopeSpans }) => scopeSpans.length);
    return new TextEncoder().encode(JSON.stringify(request));
  },

  readAnswer(answer) {
    const { rejectedSpans, errorMessage } = decode(answer).partialSuccess ?? {};
    // int64 is a string in protobuf's JSON, and a number in some receivers' answers.
    return { rejected: Number(rejectedSpans) || 0, detail: errorMessage || '' };
  },
};
