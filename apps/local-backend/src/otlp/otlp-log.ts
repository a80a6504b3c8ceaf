import type { AnyValue, Integer, KeyValue } from './otlp-request.ts';

/** A log record of an OTLP/JSON request, as far as a row is made of it. */
export interface LogRecord {
  timeUnixNano?: Integer;
  observedTimeUnixNano?: Integer;
  severityNumber?: Integer;
  severityText?: string;
  eventName?: string;
  body?: AnyValue;
  attributes?: KeyValue[];
  flags?: Integer;
  traceId?: string;
  spanId?: string;
}
