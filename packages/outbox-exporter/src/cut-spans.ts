import type { ReadableSpans, TraceFormat } from './trace-format.ts';

/** One request body and the number of its spans. */
export interface CutBody {
  body: Uint8Array<ArrayBuffer>;
  spans: number;
}

/** Serializes spans into bodies of at most `maxBytes`; only a single span's body may be larger. */
export function cutSpans(format: TraceFormat, spans: ReadableSpans, maxBytes: number): CutBody[] {
  if (spans.length === 0) return [];
  const body = format.serialize(spans);
  if (body.length <= maxBytes || spans.length === 1) return [{ body, spans: spans.length }];
  const size = Math.ceil(spans.length / Math.ceil(body.length / maxBytes));
  const bodies: CutBody[] = [];
  for (let at = 0; at < spans.length; at += size) {
    bodies.push(...cutSpans(format, spans.slice(at, at + size), maxBytes));
  }
  return bodies;
}
