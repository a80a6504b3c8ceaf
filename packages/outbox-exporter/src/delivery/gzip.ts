import { allOf } from '../all-of.ts';
import type { RequestBody } from '../batches/batch.ts';

// Gzip never doubles a body, and its header and trailer have 18 bytes.
const maxCompressedBytes = (bytes: number): number => 2 * bytes + 99;

/**
 * Compresses with the browser's own gzip. Undefined where there is none, and when it fails. Uses a writer and a reader
 * because `Blob` and `Response` need tasks, and a page that goes away has only microtasks left.
 */
export async function gzip(body: RequestBody): Promise<RequestBody | undefined> {
  try {
    const { readable, writable } = new CompressionStream('gzip');
    const writer = writable.getWriter();
    const reader = readable.getReader();
    const compressed = new Uint8Array(maxCompressedBytes(body.length));
    let length = 0;
    const read = async () => {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return;
        compressed.set(value, length);
        length += value.length;
      }
    };
    await allOf([read(), writer.write(body), writer.close()]);
    return compressed.slice(0, length);
  } catch {
    return undefined;
  }
}
