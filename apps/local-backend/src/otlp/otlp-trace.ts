/** OTLP/JSON trace requests, as far as rows are made of them (opentelemetry-proto 1.x, JSON mapping). */
export interface ExportTraceRequest {
  resourceSpans?: { resource?: { attributes?: KeyValue[] }; scopeSpans?: ScopeSpans[] }[];
}

export interface ScopeSpans {
  scope?: { name?: string; version?: string };
  spans?: Span[];
}

/** 64-bit integers come as decimal strings, or as JSON numbers: see parse-otlp-json.ts. */
export type Integer = string | number;

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

export interface KeyValue {
  key?: string;
  value?: AnyValue;
}

export interface AnyValue {
  stringValue?: string;
  boolValue?: boolean;
  intValue?: Integer;
  doubleValue?: number | string;
  bytesValue?: string;
  arrayValue?: { values?: AnyValue[] };
  kvlistValue?: { values?: KeyValue[] };
}
