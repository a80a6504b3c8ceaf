import type { TrackerSourceOptions } from '../src/index.ts';
import { trackerSource } from '../src/index.ts';
import type { OpenChat } from './open-chat.ts';
import { openChat } from './open-chat.ts';

/** What a vendor's tracker is called with. */
export type Track = (...args: unknown[]) => unknown;

/** A vendor's script that the page may have, under `page.vendor`. */
export function trackerChat(page: { vendor?: object | null }, options?: TrackerSourceOptions): OpenChat {
  return openChat({ sources: [trackerSource(() => page.vendor, 'track', options)] });
}

/** Actions recorded so far. The instrumentation ends, so that what is open is seen. */
export function recordedActions(chat: OpenChat): unknown[] {
  chat.instrumentation.disable();
  return chat.events().map(({ attributes }) => attributes['shopping_chat.action']);
}
