import { expect, test } from 'vitest';
import { behave, freshName, openOutbox, requestsOf, trafficOf } from '../../test/browser-outbox.ts';

test.each([401, 403])('after %i the next request carries fresh headers', async (status) => {
  const name = freshName();
  await behave(name, { answers: [{ status }, { status: 200 }] });
  let token = 0;
  const { exporter, record } = openOutbox(name, {
    headers: async () => {
      token += 1;
      return { authorization: `Bearer ${token}` };
    },
  });
  await record('a');
  await expect.poll(() => exporter.stats().sent).toBe(1);
  const sent = (await requestsOf(name)).map(({ headers }) => headers.authorization);
  expect(sent).toEqual(['Bearer 1', 'Bearer 2']);
});

test('a headers function that throws delays the batch and loses nothing', async () => {
  const name = freshName();
  let attempts = 0;
  const { exporter, record } = openOutbox(name, {
    headers: () => {
      attempts += 1;
      if (attempts < 3) throw new Error('signed out');
      return { authorization: 'Bearer 3' };
    },
  });
  await record('a');
  await expect.poll(() => trafficOf(name)).toEqual([[200, 'a']]);
  expect(exporter.stats()).toMatchObject({ requests: 1, sent: 1, dropped: {} });
});

test('a headers function that never resolves times out', async () => {
  const name = freshName();
  let attempts = 0;
  const { exporter, record } = openOutbox(name, {
    timeoutMillis: 50,
    headers: () => {
      attempts += 1;
      return attempts === 1 ? new Promise(() => undefined) : {};
    },
  });
  await record('a');
  await expect.poll(() => exporter.stats().sent).toBe(1);
  // A busy machine may take longer than 50 ms to answer, too: then there are further requests, each with its headers.
  expect(exporter.stats().requests).toBe(attempts - 1);
  expect(await trafficOf(name)).toContainEqual([200, 'a']);
});

test('a content-type in the headers option is replaced by that of the body', async () => {
  const name = freshName();
  const { exporter, record } = openOutbox(name, { headers: { 'Content-Type': 'application/json' } });
  await record('a');
  await exporter.forceFlush();
  expect((await requestsOf(name)).map(({ headers }) => headers['content-type'])).toEqual([
    'application/json',
  ]);
});
