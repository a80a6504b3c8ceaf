import { vi } from 'vitest';
import type { BrowserOutbox } from './browser-outbox.ts';
import { hidePage, openOutbox, requestsOf } from './browser-outbox.ts';

export const GZIP = { compression: 'gzip' } as const;

/** An outbox whose receiver has taken a compressed body in this page. */
export async function openProven(name: string): Promise<BrowserOutbox> {
  const outbox = openOutbox(name, GZIP);
  await outbox.record('proof');
  await outbox.exporter.forceFlush();
  return outbox;
}

/** Hides the page. @returns what was fetched when that task was over, and how to show the page again. */
export async function hideAndWatch(
  name: string,
  during: () => void = () => {},
): Promise<{ fetched: { encoding: string; keepalive: boolean | undefined }[]; show: () => void }> {
  const send = vi.spyOn(window, 'fetch');
  const isOver = new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage('over');
  });
  const show = hidePage();
  during();
  await isOver;
  const fetched = send.mock.calls
    .filter(([url]) => `${url}`.includes(`/${name}/`))
    .map(([, init]) => ({
      encoding: new Headers(init?.headers).get('content-encoding') ?? 'plain',
      keepalive: init?.keepalive,
    }));
  send.mockRestore();
  return { fetched, show };
}

/** Status, encoding and spans of each request but the proof's. */
export async function encodings(name: string): Promise<(string | number)[][]> {
  return (await requestsOf(name))
    .filter(({ spans }) => !spans.includes('proof'))
    .map(({ status, headers, spans }) => [status, headers['content-encoding'] ?? 'plain', ...spans]);
}

export const gzipped = { encoding: 'gzip', keepalive: true };
export const plain = { encoding: 'plain', keepalive: true };
