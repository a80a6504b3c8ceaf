import { afterEach, expect, test, vi } from 'vitest';
import { freshName, openOutbox, requestsOf } from '../../test/browser-outbox.ts';
import { encodings, GZIP, gzipped, hideAndWatch, openProven, plain } from '../../test/exit-watch.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

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

test('an unknown receiver gets the last batch plain', async () => {
  const name = freshName();
  const { exporter, end } = openOutbox(name, GZIP);
  end('a');
  const { fetched, show } = await hideAndWatch(name);
  expect(fetched).toEqual([plain]);
  await exporter.forceFlush();
  show();
  expect(await encodings(name)).toEqual([[200, 'plain', 'a']]);
});

test('remembers from an earlier page that the receiver takes gzip', async () => {
  const name = freshName();
  await (await openProven(name)).exporter.shutdown();
  const { exporter, end } = openOutbox(name, GZIP);
  end('a');
  const { fetched, show } = await hideAndWatch(name);
  expect(fetched).toEqual([gzipped]);
  await exporter.forceFlush();
  show();
});

test('a browser that needs a task to compress sends a plain body at exit, and does not try again at the next exit', async () => {
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

test('a CompressionStream that throws loses no batch', async () => {
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

test('clear() prevents the sending of a body that is being compressed', async () => {
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

test('compressed bodies of several times the keepalive budget fit into it', async () => {
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

test('above the keepalive budget the oldest batches leave at once, and the rest is sent later', async () => {
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
