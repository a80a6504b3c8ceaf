import type { IncomingMessage } from 'node:http';
import { bodyChunks, readBody } from '../http/read-body.ts';
import type { InsertHead } from './insert-head.ts';
import { isInsert, readInsertHead } from './insert-head.ts';

/** Longest statement, and most data of one INSERT after decompression, in bytes. */
const MAX_STATEMENT_BYTES = 1024 ** 2;
const MAX_INSERT_BYTES = 256 * 1024 ** 2;

export type Statement =
  | { readonly kind: 'read'; readonly text: string }
  | { readonly kind: 'insert'; readonly head: InsertHead; readonly data: AsyncIterable<Buffer> };

/**
 * Puts a request's statement together, as ClickHouse does: the parameter `query` and the body are one text. Of an
 * INSERT the rest is data; they are not read here when the head stands in `query` alone.
 */
export async function readStatement(
  request: IncomingMessage,
  query: string,
  database: string,
): Promise<Statement> {
  if (isInsert(query)) {
    const head = readInsertHead(query, database);
    return {
      kind: 'insert',
      head,
      data: concatenate(query.slice(head.length), bodyChunks(request, MAX_INSERT_BYTES)),
    };
  }
  const body =
    request.method === 'GET' ? '' : (await readBody(request, MAX_STATEMENT_BYTES)).toString('utf8');
  const text = [query, body].filter((part) => part !== '').join('\n');
  if (!isInsert(text)) return { kind: 'read', text };
  const head = readInsertHead(text, database);
  return { kind: 'insert', head, data: concatenate(text.slice(head.length)) };
}

async function* concatenate(first: string, rest?: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  if (first !== '') yield Buffer.from(first, 'utf8');
  if (rest !== undefined) yield* rest;
}
