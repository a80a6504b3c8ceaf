import type { IncomingMessage } from 'node:http';
import type { Readable, Transform } from 'node:stream';
import { createGunzip, createInflate } from 'node:zlib';

export class BodyTooLargeError extends Error {}
export class BodyEncodingError extends Error {}

/**
 * The request's body, decompressed, chunk by chunk. The request itself stays usable, so that an answer can be sent.
 * @throws BodyTooLargeError once more than `limit` bytes came out, BodyEncodingError for another encoding than
 *   gzip and deflate or a broken one.
 */
export async function* bodyChunks(request: IncomingMessage, limit: number): AsyncGenerator<Buffer> {
  const encoding = (request.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  const decoder = createDecoder(encoding);
  const chunks = decoder === null ? request : decode(request, decoder);
  let size = 0;
  try {
    for await (const chunk of chunks.iterator({ destroyOnReturn: false })) {
      size += (chunk as Buffer).length;
      if (size > limit) throw new BodyTooLargeError(`The body is larger than ${limit} bytes.`);
      yield chunk as Buffer;
    }
  } catch (error) {
    if (error instanceof BodyTooLargeError || decoder === null) throw error;
    throw new BodyEncodingError(`The body is not valid ${encoding}: ${(error as Error).message}.`, {
      cause: error,
    });
  }
}

/** The whole body, see {@link bodyChunks}. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of bodyChunks(request, limit)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function createDecoder(encoding: string): Transform | null {
  if (encoding === 'identity' || encoding === '') return null;
  if (encoding === 'gzip') return createGunzip();
  if (encoding === 'deflate') return createInflate();
  throw new BodyEncodingError(`Content-Encoding ${encoding} is not supported: send gzip, deflate or none.`);
}

function decode(request: IncomingMessage, decoder: Transform): Readable {
  // pipe() forwards no failure, and pipeline() would close the socket before an answer is sent.
  request.once('close', () => {
    if (!request.complete) decoder.destroy(new Error('the client went away'));
  });
  return request.pipe(decoder);
}
