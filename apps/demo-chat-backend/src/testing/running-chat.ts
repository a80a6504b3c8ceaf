import { onTestFinished } from 'vitest';
import type { ServeChatOptions } from '../serve-chat.ts';
import { serveChat } from '../serve-chat.ts';
import { SMALL_CATALOGUE } from './small-catalogue.ts';

export const NO_WAITS = { planMs: 0, searchMs: 0, firstChunkMs: 0, chunkMs: 0, slowModelMs: 0 };
/** Waits that end long after a test: it has to be stopped to end. */
export const ENDLESS_PLAN = { ...NO_WAITS, planMs: 60_000 };

/** A chat backend on a free port that knows the small catalogue; closed when the test ends. Returns its URL. */
export async function runChat(options: Partial<ServeChatOptions> = {}): Promise<string> {
  const server = await serveChat({ port: 0, latency: NO_WAITS, catalogue: SMALL_CATALOGUE, ...options });
  onTestFinished(() => server.close());
  return server.url;
}

export async function setFlags(base: string, flags: Record<string, unknown>): Promise<Response> {
  return fetch(`${base}/flags`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(flags),
  });
}
