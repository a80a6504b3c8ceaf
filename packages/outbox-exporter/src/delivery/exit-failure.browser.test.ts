import { expect, test } from 'vitest';
import { behave, freshName, openOutbox } from '../../test/browser-outbox.ts';
import { encodings, GZIP, gzipped, hideAndWatch, openProven, plain } from '../../test/exit-watch.ts';

test('a page that stays open retries a last batch that failed', async () => {
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

test('a receiver that no longer takes gzip gets the same last batch plain, and the next one too', async () => {
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
