import { setTimeout as delay } from 'node:timers/promises';
import { postTraces } from '@chatspan-tools/native/testing/chat-trace';

/** Posts request bodies, `atOnce` at a time, and returns their statuses in the order of the bodies. */
export async function postAll(otlpUrl: string, bodies: readonly string[], atOnce = 1): Promise<number[]> {
  const statuses: number[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < bodies.length; index = next++) {
      statuses[index] = await post(otlpUrl, bodies[index] as string);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return statuses;
}

/** Sends a body again until it is taken, as an exporter does: after 429 and 503, and when nobody is there. */
export async function deliver(otlpUrl: string, body: string): Promise<void> {
  for (const deadline = Date.now() + 30_000; Date.now() < deadline; await delay(100)) {
    const status = await post(otlpUrl, body).catch(unlessNobodyIsThere);
    if (status === 200) return;
    if (status !== undefined && status !== 429 && status !== 503)
      throw new Error(`The Collector answers ${status}.`);
  }
  throw new Error('The Collector took a batch not within 30 s.');
}

async function post(otlpUrl: string, body: string): Promise<number> {
  const response = await postTraces(otlpUrl, body);
  await response.arrayBuffer();
  return response.status;
}

function unlessNobodyIsThere(error: unknown): undefined {
  if (error instanceof TypeError && error.message === 'fetch failed') return undefined;
  throw error;
}
