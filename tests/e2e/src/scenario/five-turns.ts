import type { ClickHouseClient } from '@clickhouse/client';
import { expect, vi } from 'vitest';
import { setFlags } from '../chat-flags.ts';
import { DEADLINE } from '../deadline.ts';
import type { Shopper } from '../shopper.ts';
import { readSpans } from '../stored-span.ts';

/**
 * Five turns over two pages: an answer, a selection, a question whose search fails, its retry, a question on the next
 * page whose answer is cut, its retry, and a bad rating of the third turn's answer.
 */
export async function fiveTurns(
  shopper: Shopper,
  { chatUrl, reader }: { readonly chatUrl: string; readonly reader: ClickHouseClient },
): Promise<void> {
  await shopper.comesTo('/');
  await shopper.closesEventPanel();
  await shopper.opensFloatingTrigger();
  await shopper.types('Show me warm jackets for winter');
  await shopper.isAnswered();

  await shopper.selects(0);
  await shopper.selects(1);
  await setFlags(chatUrl, { toolError: 'once' });
  await shopper.presses('chat-suggestion', 'Compare');
  await shopper.isAnswered();
  await shopper.retries();
  await shopper.isAnswered();
  await requestsAreStored(reader, 4);

  await shopper.follows(shopper.control('chat-text-link').last(), '/products/431402');
  await setFlags(chatUrl, { streamCut: 'once' });
  await shopper.types('Is it waterproof?');
  await shopper.isAnswered();
  await shopper.retries();
  await shopper.isAnswered();
  await shopper.rates(1, 'down', 'You forgot the colours');
  await requestsAreStored(reader, 8);
  await shopper.leaves();
}

/**
 * The fetch instrumentation holds a request's span back until the browser's timing of it is there, and loses it when the
 * page is left before: whoever looks at the page for a moment, as people do, loses none.
 */
async function requestsAreStored(reader: ClickHouseClient, count: number): Promise<void> {
  await vi.waitFor(async () => {
    const kinds = (await readSpans(reader)).map(({ service, kind }) => `${service} ${kind}`);
    const sent = kinds.filter((kind) => kind === 'chatspan-shop Client');
    const answered = kinds.filter((kind) => kind === 'chatspan-chat-backend Server');
    expect([sent.length, answered.length]).toEqual([count, count]);
  }, DEADLINE);
}
