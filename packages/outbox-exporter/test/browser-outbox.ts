import { inject, vi } from 'vitest';
import type { OutboxDrop, OutboxOptions } from '../src/index.ts';
import { OutboxTraceExporter } from '../src/index.ts';
import { startProvider } from './otel2/start-provider.ts';
import type { Behavior, ReceivedRequest } from './receiver.ts';

export interface BrowserOutbox {
  exporter: OutboxTraceExporter;
  drops: OutboxDrop[];
  /** Ends one span of each name and exports them as one batch. */
  record(...names: string[]): Promise<void>;
  /** Ends one span of each name; the span processor keeps them. */
  end(...names: string[]): void;
}

/** Options of an outbox that, after a failure, does not retry while a test runs. */
export const ONE_ATTEMPT: OutboxOptions = { initialBackoffMillis: 3_600_000, maxBackoffMillis: 3_600_000 };

/** Tests of several pages, and of several browsers, send to one receiver. */
const PAGE = crypto.randomUUID().replaceAll('-', '');

let count = 0;

/** A name that no other test of any run has: of the receiver's channel and of the database. */
export function freshName(): string {
  count += 1;
  return `t${PAGE}x${count}`;
}

/** An exporter with a provider of the line under test, sending to channel `name`, quick to come back. */
export function openOutbox(name: string, options: OutboxOptions = {}): BrowserOutbox {
  const drops: OutboxDrop[] = [];
  const exporter = new OutboxTraceExporter({
    url: `${inject('receiverOrigin')}/${name}/v1/traces`,
    name,
    initialBackoffMillis: 20,
    maxBackoffMillis: 200,
    onDrop: (drop) => drops.push(drop),
    ...options,
  });
  const provider = startProvider(exporter, 60_000);
  const end = (...names: string[]) => {
    for (const name of names) provider.tracer.startSpan(name).end();
  };
  const record = (...names: string[]) => {
    end(...names);
    return provider.flush();
  };
  return { exporter, drops, record, end };
}

/** Tells the receiver how to answer on this channel from now on. */
export async function behave(name: string, behavior: Behavior): Promise<void> {
  await fetch(`${inject('receiverOrigin')}/${name}/behavior`, {
    method: 'PUT',
    body: JSON.stringify(behavior),
  });
}

export async function requestsOf(name: string): Promise<ReceivedRequest[]> {
  return (await fetch(`${inject('receiverOrigin')}/${name}/requests`)).json();
}

/** Status and span names of every request on this channel, in order. */
export async function trafficOf(name: string): Promise<[status: number, ...spans: string[]][]> {
  return (await requestsOf(name)).map(({ status, spans }) => [status, ...spans]);
}

/** The span processor and the exporters see the page hidden until the returned function is called. */
export function hidePage(): () => void {
  const state = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  return () => {
    state.mockRestore();
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  };
}

/** Blocks opening the database `name`, as a browser with a stuck IndexedDB does, until the returned function is called. */
export async function hangDatabase(name: string): Promise<() => void> {
  const request = indexedDB.open(name);
  const database = await new Promise<IDBDatabase>((resolve) => {
    request.onsuccess = () => resolve(request.result);
  });
  // Waits for the connection above to close, and everything asked for later waits for this.
  indexedDB.deleteDatabase(name);
  return () => database.close();
}
