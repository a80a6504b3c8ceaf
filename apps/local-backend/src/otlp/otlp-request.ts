/** What OTLP/JSON requests of all signals have in common (opentelemetry-proto 1.x, JSON mapping). */
export interface ResourceEntry {
  resource?: { attributes?: KeyValue[] };
  schemaUrl?: string;
}

export interface ScopeEntry {
  scope?: { name?: string; version?: string; attributes?: KeyValue[] };
  schemaUrl?: string;
}

/** 64-bit integers come as decimal strings, or as JSON numbers: see parse-otlp-json.ts. */
export type Integer = string | number;

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
  /** Null stands for the default of a field in JSON. */
  arrayValue?: { values?: AnyValue[] } | null;
  kvlistValue?: { values?: KeyValue[] } | null;
}
