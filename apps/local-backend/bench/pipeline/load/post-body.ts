import type { Agent } from 'node:http';
import { request } from 'node:http';
import { text as textOf } from 'node:stream/consumers';

export interface PostTarget {
  readonly url: string;
  readonly contentType: string;
  readonly agent: Agent;
}

/** Posts one body over a kept connection; `fetch` costs the shared cores several times as much. */
export function postBody(target: PostTarget, body: Buffer): Promise<{ status: number; text: string }> {
  const { url, contentType, agent } = target;
  return new Promise((resolve, reject) => {
    const headers = { 'Content-Type': contentType, 'Content-Length': body.length };
    const outgoing = request(url, { method: 'POST', agent, headers }, (response) => {
      textOf(response).then((text) => resolve({ status: response.statusCode ?? 0, text }), reject);
    });
    outgoing.once('error', reject);
    outgoing.end(body);
  });
}
