import { afterAll, beforeAll } from 'vitest';
import type { OutboxOptions } from '../src/index.ts';
import type { OtelLine } from './bundle.ts';
import type { PageServer } from './page-server.ts';
import { servePages } from './page-server.ts';
import { Receiver } from './receiver.ts';

/** How long a scenario waits for what has to happen. */
export const SOON: { timeout: number } = { timeout: 10_000 };

/** A receiver for all tests of a file, and what has come to it. */
export interface Deliveries {
  receiver: Receiver;
  /** Options of an outbox that sends to this channel and is quick to come back. */
  options(channel: string): OutboxOptions;
  /** Those spans of which no delivery was acknowledged. */
  missing(channel: string, names: string[]): string[];
  /** Those spans that were acknowledged more than once. */
  repeated(channel: string): string[];
}

/** Starts a receiver before the tests of this file, and ends it after. */
export function useReceiver(): Deliveries {
  const receiver = new Receiver();
  beforeAll(() => receiver.listen());
  afterAll(() => receiver.close());
  return {
    receiver,
    options: (channel) => ({
      url: `${receiver.origin}/${channel}/v1/traces`,
      initialBackoffMillis: 100,
      maxBackoffMillis: 500,
    }),
    missing: (channel, names) => names.filter((name) => !receiver.deliveries(channel).has(name)),
    repeated: (channel) =>
      [...receiver.deliveries(channel)].flatMap(([name, count]) => (count > 1 ? [name] : [])),
  };
}

/** Serves pages of this OpenTelemetry line to the tests of this group. */
export function usePages(line: OtelLine): () => PageServer {
  let pages: PageServer;
  beforeAll(async () => {
    pages = await servePages(line);
  });
  afterAll(() => pages.close());
  return () => pages;
}

/** `count` span names that start with `prefix`. */
export function spanNames(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${prefix} ${index}`);
}
