import { ProtobufTraceSerializer } from '@opentelemetry/otlp-transformer';
import type { TraceFormat } from './trace-format.ts';

// Field numbers of opentelemetry-proto's collector/trace/v1/trace_service.proto and trace/v1/trace.proto:
// ExportTraceServiceRequest.resource_spans = 1, ResourceSpans.scope_spans = 2, ScopeSpans.spans = 2.
const CHILD_FIELD = [1, 2, 2];

/** OTLP in binary protobuf. */
export const protobufFormat: TraceFormat = {
  contentType: 'application/x-protobuf',

  serialize: (spans) => ProtobufTraceSerializer.serializeRequest(spans) as Uint8Array<ArrayBuffer>,

  filter(body, keep) {
    let index = 0;
    return filterMessage(body, 0, () => keep(index++)) ?? new Uint8Array();
  },

  readAnswer(answer) {
    const { partialSuccess } = ProtobufTraceSerializer.deserializeResponse(answer);
    return {
      rejected: Number(partialSuccess?.rejectedSpans) || 0,
      detail: partialSuccess?.errorMessage || '',
    };
  },
};

/** Copies a message without the spans that are not wanted; undefined when none is left in it. */
function filterMessage(
  message: Uint8Array,
  level: number,
  keep: () => boolean,
): Uint8Array<ArrayBuffer> | undefined {
  const parts: Uint8Array[] = [];
  let hasSpans = false;
  let position = 0;
  while (position < message.length) {
    const start = position;
    const [tag, afterTag] = readVarint(message, position);
    // All fields at these three levels are length-delimited.
    if ((tag & 7) !== 2) throw new Error(`Not an OTLP trace request: wire type ${tag & 7} at byte ${start}.`);
    const [length, contentStart] = readVarint(message, afterTag);
    position = contentStart + length;
    if (position > message.length) throw new Error(`Not an OTLP trace request: cut off at byte ${start}.`);
    if (tag >> 3 !== CHILD_FIELD[level]) {
      parts.push(message.subarray(start, position));
    } else if (level === 2) {
      if (!keep()) continue;
      parts.push(message.subarray(start, position));
      hasSpans = true;
    } else {
      const child = filterMessage(message.subarray(contentStart, position), level + 1, keep);
      if (!child) continue;
      parts.push(Uint8Array.of(tag, ...writeVarint(child.length)), child);
      hasSpans = true;
    }
  }
  return hasSpans ? concatenate(parts) : undefined;
}

function readVarint(bytes: Uint8Array, position: number): [value: number, next: number] {
  let value = 0;
  for (let shift = 0; shift < 35; shift += 7) {
    const byte = bytes[position++];
    if (byte === undefined) break;
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return [value, position];
  }
  throw new Error(`Not an OTLP trace request: no number before byte ${position}.`);
}

function writeVarint(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...writeVarint(value >>> 7)];
}

function concatenate(parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let position = 0;
  for (const part of parts) {
    whole.set(part, position);
    position += part.length;
  }
  return whole;
}
