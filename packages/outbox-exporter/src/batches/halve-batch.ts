import { bodyEditor } from '../format/body-editor.ts';
import type { Batch, RequestBody } from './batch.ts';
import { newBatch } from './batch.ts';

/** The first and the second half of a batch's spans, as batches of their own. @throws when the body is damaged. */
export function halveBatch(batch: Batch, body: RequestBody): Batch[] {
  const editor = bodyEditor(batch.contentType);
  const middle = Math.floor(batch.spans / 2);
  const first = editor.filter(body, (index) => index < middle);
  const second = editor.filter(body, (index) => index >= middle);
  return [
    halfOf(batch, { side: 0, spans: middle, body: first }),
    halfOf(batch, { side: 1, spans: batch.spans - middle, body: second }),
  ];
}

function halfOf(
  whole: Batch,
  { side, spans, body }: { side: 0 | 1; spans: number; body: RequestBody },
): Batch {
  const { adopted, possibleRepeat } = whole;
  const half = newBatch(
    { ...whole, id: `${whole.id}.${side}`, spans, bytes: body.length },
    { storage: 'writing', adopted, possibleRepeat, body },
  );
  // Behind the others: looking for the bad span takes many requests.
  return { ...half, unloadKey: undefined, wholeId: whole.wholeId, timesDeferred: whole.timesDeferred + 1 };
}
