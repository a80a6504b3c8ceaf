import type { IncomingMessage } from 'node:http';
import { Rejection } from './rejection.ts';

/** The largest request body, in bytes. */
const MOST_BODY_BYTES = 64 * 1024;

export async function readJsonBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  // The iterator's own clean-up would destroy the socket before the 413 is sent.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    bytes += chunk.length;
    if (bytes > MOST_BODY_BYTES)
      throw new Rejection(413, `The body is larger than ${MOST_BODY_BYTES} bytes.`);
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    // The parser's own message quotes the body.
    throw new Rejection(400, 'The body is not JSON.');
  }
}
