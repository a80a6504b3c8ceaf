import type { RequestBody } from '../batches/batch.ts';
import { withNativeJson } from './native-json.ts';

interface TraceRequest {
  resourceSpans: {
    resource?: { attributes?: unknown[] };
    scopeSpans: { spans: unknown[] }[];
  }[];
}

const read = (body: Uint8Array): TraceRequest => JSON.parse(new TextDecoder().decode(body));

const write = (request: TraceRequest): RequestBody =>
  new TextEncoder().encode(withNativeJson(() => JSON.stringify(request)));

/** Edits OTLP/JSON. */
export const jsonBody = {
  filter(body: Uint8Array, keep: (index: number) => boolean): RequestBody {
    let index = 0;
    const request = read(body);
    for (const resource of request.resourceSpans) {
      for (const scope of resource.scopeSpans) scope.spans = scope.spans.filter(() => keep(index++));
      resource.scopeSpans = resource.scopeSpans.filter(({ spans }) => spans.length > 0);
    }
    request.resourceSpans = request.resourceSpans.filter(({ scopeSpans }) => scopeSpans.length > 0);
    return write(request);
  },

  addResourceAttribute(body: Uint8Array, name: string): RequestBody {
    const request = read(body);
    for (const resourceSpans of request.resourceSpans) {
      resourceSpans.resource ??= {};
      resourceSpans.resource.attributes ??= [];
      resourceSpans.resource.attributes.push({ key: name, value: { boolValue: true } });
    }
    return write(request);
  },
};
