import type { RequestBody } from '../batches/batch.ts';
import type { Field } from './protobuf-wire.ts';
import { concatenate, readFields, writeField } from './protobuf-wire.ts';

// Field numbers of opentelemetry-proto: collector/trace/v1/trace_service.proto, trace/v1/trace.proto,
// resource/v1/resource.proto and common/v1/common.proto.
const RESOURCE_SPANS = 1; // in ExportTraceServiceRequest
const RESOURCE = 1; // in ResourceSpans
const SCOPE_SPANS = 2; // in ResourceSpans
const SPANS = 2; // in ScopeSpans
const ATTRIBUTES = 1; // in Resource
const KEY = 1; // in KeyValue
const VALUE = 2; // in KeyValue
const BOOL_TRUE = Uint8Array.of((2 << 3) | 0, 1); // AnyValue { bool_value (2) = true }

/** Edits OTLP in binary protobuf. */
export const protobufBody = {
  filter(body: Uint8Array, keep: (index: number) => boolean): RequestBody {
    let index = 0;
    // A scope or resource without spans is left out.
    const withSpans = (content: Uint8Array, number: number, edit: (field: Field) => Uint8Array) => {
      const edited = editFields(content, number, edit);
      return readFields(edited).some((field) => field.number === number) ? edited : undefined;
    };
    const keepSpan = (span: Field) => (keep(index++) ? span.bytes : NOTHING);
    const editScope = (scope: Field) => fieldOf(scope.number, withSpans(scope.content, SPANS, keepSpan));
    return editFields(body, RESOURCE_SPANS, (resourceSpans) =>
      fieldOf(resourceSpans.number, withSpans(resourceSpans.content, SCOPE_SPANS, editScope)),
    );
  },

  addResourceAttribute(body: Uint8Array, name: string): RequestBody {
    const keyValue = concatenate([
      writeField(KEY, new TextEncoder().encode(name)),
      writeField(VALUE, BOOL_TRUE),
    ]);
    const attribute = writeField(ATTRIBUTES, keyValue);
    return editFields(body, RESOURCE_SPANS, ({ content }) => {
      const fields = readFields(content);
      const resource = fields.find(({ number }) => number === RESOURCE)?.content ?? NOTHING;
      return writeField(
        RESOURCE_SPANS,
        concatenate([
          // The order of fields has no meaning, nor has the place of one attribute among the others.
          writeField(RESOURCE, concatenate([resource, attribute])),
          ...fields.filter(({ number }) => number !== RESOURCE).map(({ bytes }) => bytes),
        ]),
      );
    });
  },
};

const NOTHING = new Uint8Array();

function fieldOf(number: number, content: Uint8Array | undefined): Uint8Array {
  return content ? writeField(number, content) : NOTHING;
}

/** Copies a message with each field of this number replaced by what `edit` returns. */
function editFields(message: Uint8Array, number: number, edit: (field: Field) => Uint8Array): RequestBody {
  return concatenate(
    readFields(message).map((field) => (field.number === number ? edit(field) : field.bytes)),
  );
}
