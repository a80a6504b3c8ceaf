import { setTimeout as pause } from 'node:timers/promises';
import type { LocalBackend } from '../../src/start-local-backend.ts';
import { ask } from '../../src/test-support/ask.ts';

/** Rows in the engine: as they lie there, and once a replay is folded. */
export interface StoredRows {
  readonly spans: number;
  readonly spansWithoutReplays: number;
  /** Events within otel_traces. */
  readonly eventsOfSpans: number;
  readonly chatEvents: number;
  readonly chatEventsWithoutReplays: number;
}

const EVERY_MS = 500;
const STUCK_AFTER_MS = 120_000;

/**
 * Resolves when the engine holds that many spans.
 * @throws Error when their number has not grown for two minutes.
 */
export async function waitForSpans(
  access: LocalBackend,
  spans: number,
  onProgress: (message: string) => void,
): Promise<void> {
  let last = 0;
  let grown = Date.now();
  let told = Date.now();
  for (;;) {
    const stored = await countRows(access, 'SELECT count() AS n FROM otel.otel_traces');
    if (stored >= spans) return;
    if (stored > last) grown = Date.now();
    last = Math.max(last, stored);
    if (Date.now() - grown > STUCK_AFTER_MS)
      throw new Error(`${stored} of ${spans} spans arrived, then no more.`);
    if (Date.now() - told > 5000) {
      told = Date.now();
      onProgress(`${stored} of ${spans} spans are stored`);
    }
    await pause(EVERY_MS);
  }
}

export async function countStoredRows(access: LocalBackend): Promise<StoredRows> {
  return {
    spans: await countRows(access, 'SELECT count() AS n FROM otel.otel_traces'),
    spansWithoutReplays: await countRows(access, 'SELECT count() AS n FROM otel.otel_traces FINAL'),
    eventsOfSpans: await countRows(
      access,
      'SELECT sum(length(Events.Name)) AS n FROM otel.otel_traces FINAL',
    ),
    chatEvents: await countRows(access, 'SELECT count() AS n FROM otel.chat_events'),
    chatEventsWithoutReplays: await countRows(access, 'SELECT count() AS n FROM otel.chat_events FINAL'),
  };
}

async function countRows(access: LocalBackend, statement: string): Promise<number> {
  return Number((await ask(access, statement))[0]?.n);
}
