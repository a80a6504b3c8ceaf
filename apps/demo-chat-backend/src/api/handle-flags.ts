import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Flags, FlagValues } from '../flags.ts';
import { FLAG_NAMES } from '../flags.ts';
import { readJsonBody } from './read-json-body.ts';
import { Rejection, sendJson } from './rejection.ts';

/** `GET /flags` shows the failures that are on; `PUT /flags` changes those it names. */
export async function handleFlags(
  request: IncomingMessage,
  response: ServerResponse,
  flags: Flags,
): Promise<void> {
  if (request.method === 'PUT') flags.set(parseFlags(await readJsonBody(request)));
  sendJson(response, 200, flags.all());
}

function parseFlags(body: unknown): Partial<FlagValues> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new Rejection(400, 'The body must be an object of flags.');
  }
  for (const [name, value] of Object.entries(body)) {
    if (!FLAG_NAMES.some((known) => known === name)) {
      throw new Rejection(400, `There is no such flag. Known: ${FLAG_NAMES.join(', ')}.`);
    }
    if (typeof value !== 'boolean' && value !== 'once') {
      throw new Rejection(400, `${name} must be true, false or "once".`);
    }
  }
  return body;
}
