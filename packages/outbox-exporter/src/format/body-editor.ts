import type { RequestBody } from '../batches/batch.ts';
import { jsonBody } from './json-body.ts';
import { protobufBody } from './protobuf-body.ts';

/** Changes a serialized trace request. */
export interface BodyEditor {
  /**
   * The request with only those spans for which `keep` returns true. It is called in the order of the spans.
   * @throws when the body is not a trace request.
   */
  filter(body: Uint8Array, keep: (index: number) => boolean): RequestBody;
  /**
   * The request with a resource attribute of this name and the value `true` on every resource.
   * @throws when the body is not a trace request.
   */
  addResourceAttribute(body: Uint8Array, name: string): RequestBody;
}

/** The editor for a stored body. A page may find bodies that another version of the site stored in the other format. */
export function bodyEditor(contentType: string): BodyEditor {
  return contentType === 'application/json' ? jsonBody : protobufBody;
}
