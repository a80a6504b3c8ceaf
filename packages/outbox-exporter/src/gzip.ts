import { allOf } from './all-of.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * Compresses with what the browser has; undefined where it has nothing or fails. By writer and reader: `Blob` and
 * `Response` take tasks, and a page that goes away has only microtasks left.
 */
export async function gzip(body: Bytes): Promise<Bytes | undefined> {
  try {
    const { readable, writable } = new CompressionStream('gzip');
    const writer = writable.getWriter();
    const reader = readable.getReader();
    // Nothing gets twice as long by gzip, and its header and trailer are 18 bytes.
    const compressed = new Uint8Array(2 * body.length + 99);
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
