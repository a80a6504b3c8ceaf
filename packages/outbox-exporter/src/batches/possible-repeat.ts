import { bodyEditor } from '../format/body-editor.ts';
import type { Batch, RequestBody } from './batch.ts';

/**
 * Resource attribute, with the value `true`, on a batch that an earlier page sent without seeing a response: the
 * receiver may have these spans already.
 *
 * It is a resource attribute because more backends and Collector components keep those than scope attributes:
 * ClickHouse's trace table has no column for scope attributes, and the routing connector works on resources.
 */
export const POSSIBLE_REPEAT_ATTRIBUTE = 'chatspan.outbox.possible_repeat';

/** The body as it is sent. @throws when it is damaged. */
export function wireBody(batch: Batch, body: RequestBody): RequestBody {
  if (!batch.possibleRepeat) return body;
  return bodyEditor(batch.contentType).addResourceAttribute(body, POSSIBLE_REPEAT_ATTRIBUTE);
}
