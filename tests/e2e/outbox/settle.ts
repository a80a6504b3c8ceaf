import { expect } from 'vitest';
import { deliver } from '../src/faults/deliver.ts';
import { expectComplete, RECOVERY } from '../src/faults/expect-complete.ts';
import { generateLoad } from '../src/faults/generated-load.ts';
import type { Pipeline } from '../src/faults/start-pipeline.ts';
import type { Chat } from './chat.ts';
import { numbersOf } from './chat.ts';
import type { ChatTab } from './chat-tab.ts';
import { missingOf } from './stored-chat.ts';

/** In milliseconds: a page with the outbox waits up to a minute between two tries. */
const UNTIL_SENT = { ...RECOVERY, timeout: 120_000 };

/**
 * Waits until all that pages and the Collector still have is in ClickHouse, or given up. Fails when an event of a chat
 * with the outbox does not come; `owed` says which have to, and without it all do.
 */
export async function settle(
  pipeline: Pipeline,
  openTabs: readonly ChatTab[],
  chats: readonly Chat[] = openTabs.map(({ chat }) => chat),
  owed: (chat: Chat) => readonly number[] = numbersOf,
): Promise<void> {
  for (const chat of chats.filter(({ exporter }) => exporter === 'outbox')) {
    await expect
      .poll(() => missingOf(pipeline.reader, chat, owed(chat)), { ...UNTIL_SENT, message: 'lost events' })
      .toEqual([]);
  }
  await Promise.all(openTabs.map((tab) => tab.flush()));
  // What the Collector is sent later is stored later.
  const last = generateLoad({ events: 1, eventsPerSpan: 1, spansPerBatch: 1 });
  for (const body of last.batches) await deliver(pipeline.otlpUrl, body);
  await expectComplete(pipeline.reader, last);
}
