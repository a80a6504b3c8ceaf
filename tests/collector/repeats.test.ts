import { chatTrace, postTraces } from '@chatspan-tools/native/testing/chat-trace';
import { eventually } from '@chatspan-tools/native/testing/eventually';
import { expect, onTestFinished, test } from 'vitest';
import { startGuarded } from './testing/guarded.ts';

const MARK = { 'chatspan.outbox.possible_repeat': true };

/** Sends a span, two marked as a possible repeat, and one more; returns the names that the vendor gets. */
async function namesAtVendor(env: Record<string, string>): Promise<string[]> {
  const guarded = await startGuarded(env);
  onTestFinished(() => guarded.close());
  const bodies = [
    chatTrace([{ name: 'first' }]),
    chatTrace([{ name: 'marked resource' }], MARK),
    chatTrace([{ name: 'marked scope' }], {}, { attributes: MARK }),
    chatTrace([{ name: 'last' }]),
  ];
  for (const body of bodies) expect((await postTraces(guarded.otlpUrl, body)).status).toBe(200);
  const names = () =>
    guarded.vendor.requests
      .flatMap(({ body }) => body.resourceSpans)
      .flatMap(({ scopeSpans }) => scopeSpans)
      .flatMap(({ spans }) => spans)
      .map(({ name }) => name);
  await eventually('the last span', () => names().includes('last'));
  return names();
}

test('a vendor gets possible repeats by default: the first send may have been lost', async () => {
  expect(await namesAtVendor({})).toEqual(['first', 'marked resource', 'marked scope', 'last']);
});

test('a vendor gets no possible repeats where the team drops them', async () => {
  expect(await namesAtVendor({ CHATSPAN_DROP_POSSIBLE_REPEATS: 'true' })).toEqual(['first', 'last']);
});
