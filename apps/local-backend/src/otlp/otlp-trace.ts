import type { Integer, KeyValue } from './otlp-request.ts';

/** A span of an OTLP/JSON request, as far as a row is made of it. */
export interface Span {
  traceId?: string;
  spanId?: string;
  parentSpanId?: string;
  traceState?: string;
  name?: string;
  kind?: Integer;
  startTimeUnixNano?: Integer;
  endTimeUnixNano?: Integer;
  attributes?: KeyValue[];
  events?: { timeUnixNano?: Integer; name?: string; attributes?: KeyValue[] }[];
  links?: { traceId?: string; spanId?: string; traceState?: string; attributes?: KeyValue[] }[];
  status?: { code?: Integer; message?: string };
}
