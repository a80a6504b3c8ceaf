import { afterEach, expect, test, vi } from 'vitest';
import type { BrowserOutbox } from '../test/browser-outbox.ts';
import { behave, freshName, hidePage, openOutbox, requestsOf } from '../test/browser-outbox.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const GZIP = { compression: 'gzip' } as const;

/** An outbox whose receiver has taken a compressed body in this page. */
async function openProven(name: string): Promise<BrowserOutbox> {
  const outbox = openOutbox(name, GZIP);
  await outbox.record('proof');
  await outbox.exporter.forceFlush();
  return outbox;
}

/** Hides the page. @returns what was fetched when that task was over, and how to show the page again. */
async function hideAndWatch(name: string, during = () => {}) {
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

async function encodings(name: string) {
  return (await requestsOf(name))
    .filter(({ spans }) => !spans.includes('proof'))
    .map(({ status, headers, spans }) => [status, headers['content-encoding'] ?? 'plain', ...spans]);
}

const gzipped = { encoding: 'gzip', keepalive: true };
const plain = { encoding: 'plain', keepalive: true };

test('the last batch is compressed within the task that hides the page, and sent once', async () => {
  const name = freshName();
  const { exporter, end } = await openProven(name);
  end('a');
  const { fetched, show } = await hideAndWatch(name, () => {
    // As browsers do when the page is left.
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
  });
  expect(fetched).toEqual([gzipped]);
  await expect.poll(() => exporter.stats().sent).toBe(2);
  show();
  await exporter.forceFlush();
  expect(await encodings(name)).toEqual([[200, 'gzip', 'a']]);
});

test('a receiver of which nothing is known gets the last batch plain', async () => {
  const name = freshName();
  const { exporter, end } = openOutbox(name, GZIP);
  end('a');
  const { fetched, show } = await hideAndWatch(name);
  expect(fetched).toEqual([plain]);
  await exporter.forceFlush();
  show();
  expect(await encodings(name)).toEqual([[200, 'plain', 'a']]);
});

test('what an earlier page learned of the receiver counts', async () => {
  const name = freshName();
  await (await openProven(name)).exporter.shutdown();
  const { exporter, end } = openOutbox(name, GZIP);
  end('a');
  const { fetched, show } = await hideAndWatch(name);
  expect(fetched).toEqual([gzipped]);
  await exporter.forceFlush();
  show();
});

test('a browser that needs a task to compress sends plain within this one, and is not asked at the next exit', async () => {
  const name = freshName();
  const { exporter, end } = await openProven(name);
  let asked = 0;
  const Real = CompressionStream;
  class Slow {
    readonly writable: WritableStream<BufferSource>;
    readonly readable: ReadableStream<Uint8Array>;
    constructor() {
      asked += 1;
      const stream = new Real('gzip');
      const aTask = new TransformStream<Uint8Array, Uint8Array>({
        transform: async (chunk, controller) => {
          await new Promise((resolve) => setTimeout(resolve));
          controller.enqueue(chunk);
        },
      });
      this.writable = stream.writable;
      this.readable = stream.readable.pipeThrough(aTask);
    }
  }
  vi.stubGlobal('CompressionStream', Slow);
  for (const last of ['a', 'b']) {
    end(last);
    const { fetched, show } = await hideAndWatch(name);
    expect(fetched).toEqual([plain]);
    await exporter.forceFlush();
    show();
  }
  expect(asked).toBe(1);
  expect(await encodings(name)).toEqual([
    [200, 'plain', 'a'],
    [200, 'plain', 'b'],
  ]);
});

test('a CompressionStream that throws costs neither the last batch nor those before it', async () => {
  const name = freshName();
  const { exporter, record, end } = await openProven(name);
  class Broken {
    constructor() {
      throw new TypeError('broken');
    }
  }
  vi.stubGlobal('CompressionStream', Broken);
  await record('a');
  await exporter.forceFlush();
  end('b');
  const { fetched, show } = await hideAndWatch(name);
  expect(fetched).toEqual([plain]);
  await exporter.forceFlush();
  show();
  expect(await encodings(name)).toEqual([
    [200, 'plain', 'a'],
    [200, 'plain', 'b'],
  ]);
  expect(exporter.stats()).toMatchObject({ failedRequests: 0, storageFailures: 0 });
});

test('nothing is sent once clear() is called, not even what is being compressed', async () => {
  const name = freshName();
  const { exporter, end } = await openProven(name);
  end('a');
  let cleared: Promise<void> | undefined;
  const { fetched, show } = await hideAndWatch(name, () => {
    cleared = exporter.clear();
  });
  await cleared;
  show();
  await exporter.forceFlush();
  expect(fetched).toEqual([]);
  expect(await encodings(name)).toEqual([]);
  expect(exporter.stats()).toMatchObject({
    requests: 1,
    sent: 1,
    dropped: { cleared: 1 },
    pendingBatches: 0,
  });
});

test('several times the keepalive budget leaves a page within it, compressed', async () => {
  const name = freshName();
  const { exporter, end } = await openProven(name);
  const names = Array.from({ length: 72 }, (_, index) => `${index} ${'long '.repeat(1_000)}`);
  end(...names);
  const { fetched, show } = await hideAndWatch(name);
  expect(fetched).toEqual(Array.from({ length: 7 }, () => gzipped));
  await exporter.forceFlush();
  show();
  const requests = (await requestsOf(name)).slice(1);
  expect(requests.flatMap(({ spans }) => spans).sort()).toEqual(names.sort());
  expect(requests.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(10_000);
});

test('of what is above the budget even compressed the oldest goes at once, and the rest is not forgotten', async () => {
  const name = freshName();
  const { exporter, end } = await openProven(name);
  const noise = () => Array.from({ length: 2_500 }, () => Math.random().toString(36).slice(2, 12)).join('');
  end(`a ${noise()}`, `b ${noise()}`, `c ${noise()}`, `d ${noise()}`);
  const { fetched, show } = await hideAndWatch(name);
  expect(fetched).toEqual([gzipped]);
  await expect.poll(() => exporter.stats()).toMatchObject({ sent: 5, pendingBatches: 0 });
  show();
  expect((await encodings(name)).map(([, , ...spans]) => spans.map((span) => `${span}`[0]))).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
});

test('a last batch that is not taken is sent again by the page that lives on', async () => {
  const name = freshName();
  const { exporter, end } = await openProven(name);
  // Later than IndexedDB, so that nobody else looks for something to send after the answer.
  await behave(name, { answers: [{ status: 503 }, { status: 200 }], delayMillis: 200 });
  end('a');
  const { show } = await hideAndWatch(name);
  await expect.poll(() => exporter.stats().sent).toBe(2);
  show();
  expect(await encodings(name)).toEqual([
    [503, 'gzip', 'a'],
    [200, 'gzip', 'a'],
  ]);
});

test('a receiver that has come to refuse gzip gets the same last batch plain, and the next one too', async () => {
  const name = freshName();
  const { exporter, drops, end } = await openProven(name);
  await behave(name, { gzipStatus: 415 });
  for (const last of ['a', 'b']) {
    end(last);
    const { show } = await hideAndWatch(name);
    await exporter.forceFlush();
    show();
  }
  expect(await encodings(name)).toEqual([
    [415, 'gzip', 'a'],
    [200, 'plain', 'a'],
    [200, 'plain', 'b'],
  ]);
  expect(drops).toEqual([]);
});

test.each([
  ['its CORS answer', { corsHeaders: ['content-type'] }],
  ['its status', { gzipStatus: 400 }],
])('an earlier page does not speak for a receiver that refuses gzip now, by %s', async (_, behavior) => {
  const name = freshName();
  await (await openProven(name)).exporter.shutdown();
  await behave(name, behavior);
  const { exporter, drops, end } = openOutbox(name, GZIP);
  for (const [last, expected] of [
    ['a', gzipped],
    ['b', plain],
  ] as const) {
    end(last);
    const { fetched, show } = await hideAndWatch(name);
    expect(fetched[0]).toEqual(expected);
    await exporter.forceFlush();
    show();
  }
  expect((await encodings(name)).filter(([status]) => status === 200)).toEqual([
    [200, 'plain', 'a'],
    [200, 'plain', 'b'],
  ]);
  expect(drops).toEqual([]);
});
