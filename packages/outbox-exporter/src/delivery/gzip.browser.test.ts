import { afterEach, expect, test, vi } from 'vitest';
import { gzip } from './gzip.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

async function gunzip(body: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([body]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function randomBytes(length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  // The most that one call gives.
  for (let at = 0; at < length; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
  return bytes;
}

test.each([
  ['nothing', new Uint8Array()],
  ['one byte', Uint8Array.of(7)],
  ['what repeats itself', new Uint8Array(1_000_000).fill(97)],
  ['what cannot be made shorter', randomBytes(1_000_000)],
])('%s is read back as it was', async (_, body) => {
  const compressed = (await gzip(body)) ?? new Uint8Array();
  expect(compressed.length).toBeGreaterThan(0);
  expect(await gunzip(compressed)).toEqual(body);
});

test('returns undefined without CompressionStream', async () => {
  vi.stubGlobal('CompressionStream', undefined);
  expect(await gzip(Uint8Array.of(7))).toBeUndefined();
});

test.each([
  ['in its constructor', 'constructor'],
  ['on a write', 'write'],
  ['at the end', 'flush'],
])('a CompressionStream that fails %s gives nothing, and the page hears nothing of it', async (_, where) => {
  const unhandled = vi.fn((event: PromiseRejectionEvent) => event.preventDefault());
  window.addEventListener('unhandledrejection', unhandled);
  const fail = (at: string) => {
    if (at === where) throw new TypeError(`fails: ${at}`);
  };
  class Failing extends TransformStream<Uint8Array, Uint8Array> {
    constructor() {
      fail('constructor');
      super({ transform: () => fail('write'), flush: () => fail('flush') });
    }
  }
  vi.stubGlobal('CompressionStream', Failing);
  expect(await gzip(Uint8Array.of(7))).toBeUndefined();
  // The browser reports after a task.
  await new Promise((resolve) => setTimeout(resolve));
  window.removeEventListener('unhandledrejection', unhandled);
  expect(unhandled.mock.calls).toEqual([]);
});
