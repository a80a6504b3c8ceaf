import { setTimeout } from 'node:timers/promises';
import type { SeedOptions, SeedSession } from './seed-session.ts';
import { makeSession } from './seed-session.ts';

export interface SendOptions extends SeedOptions {
  /** Sessions in a request. */
  readonly batchSize: number;
  /** Requests at the same time. */
  readonly connections: number;
  readonly bodyOf: (sessions: readonly SeedSession[]) => string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  /** Called after each request with the number of sessions that were accepted. */
  readonly onProgress: (sent: number) => void;
}

/** Waits before the same request is sent again: the Collector and the engine answer 429 and 503 while they are busy. */
const WAIT_MILLIS = 500;
const MAX_TRIES = 120;
const MAX_CONNECTION_TRIES = 4;

/** Sends chat sessions in the order of their numbers. Throws when a request is refused. */
export async function sendSessions(options: SendOptions): Promise<{ sessions: number; events: number }> {
  const { sessions, batchSize, connections, signal, onProgress } = options;
  let next = 0;
  let sent = 0;
  let events = 0;
  async function work(): Promise<void> {
    while (next < sessions) {
      const first = next;
      next = Math.min(first + batchSize, sessions);
      const batch = Array.from({ length: next - first }, (_, index) => makeSession(first + index, options));
      await send(options.bodyOf(batch), options);
      signal.throwIfAborted();
      sent += batch.length;
      for (const session of batch) events += session.events.length;
      onProgress(sent);
    }
  }
  await Promise.all(Array.from({ length: connections }, work));
  return { sessions: sent, events };
}

async function send(body: string, options: SendOptions): Promise<void> {
  const { url, headers, signal } = options;
  for (let tries = 1; ; tries += 1) {
    let answer: { status: number; text: string } | undefined;
    try {
      const response = await fetch(url, { method: 'POST', headers, body, signal });
      answer = { status: response.status, text: await response.text() };
      if (response.ok) return;
    } catch (error) {
      signal.throwIfAborted();
      // A connection that the server closed while it was idle. What was sent twice is stored once.
      if (tries >= MAX_CONNECTION_TRIES) throw notReached(url, error);
    }
    const isBusy = answer === undefined || answer.status === 429 || answer.status === 503;
    if (!isBusy || tries >= MAX_TRIES) {
      throw new Error(`${new URL(url).origin} answers ${answer?.status}: ${answer?.text.slice(0, 300)}`);
    }
    await setTimeout(WAIT_MILLIS, undefined, { signal });
  }
}

function notReached(url: string, cause: unknown): Error {
  const reason = cause instanceof Error && cause.cause instanceof Error ? cause.cause.message : String(cause);
  const advice = 'Start `npx --yes pnpm@12 demo`, or pass its address with --url.';
  return new Error(`${new URL(url).origin} cannot be reached (${reason}). ${advice}`, { cause });
}
