import type { RequestBody } from '../batches/batch.ts';
import type { ReadableSpans, TraceFormat } from './trace-format.ts';

/** One request body and the number of its spans. */
export interface CutBody {
  body: RequestBody;
  spans: number;
}

/** Serializes spans into bodies of at most `maxBytes`. Only the body of a single span may be larger. */
export function cutSpans(format: TraceFormat, spans: ReadableSpans, maxBytes: number): CutBody[] {
  if (spans.length === 0) return [];
  const body = format.serialize(spans);
  if (body.length <= maxBytes || spans.length === 1) return [{ body, spans: spans.length }];
  const bodies = Math.ceil(body.length / maxBytes);
  const spansPerBody = Math.ceil(spans.length / bodies);
  const cut: CutBody[] = [];
  for (let start = 0; start < spans.length; start += spansPerBody) {
    cut.push(...cutSpans(format, spans.slice(start, start + spansPerBody), maxBytes));
  }
  return cut;
}
