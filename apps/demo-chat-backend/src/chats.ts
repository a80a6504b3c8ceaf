import type { ContextChange } from './protocol.ts';

/** What the backend remembers of one chat. */
export interface Chat {
  /** A request of this chat is being answered. */
  busy: boolean;
  readonly answeredEventIds: Set<string>;
  selectedIds: readonly string[];
  viewedIds: readonly string[];
  shownIds: readonly string[];
  /** Estimated tokens of what was said so far: each model call gets it as input. */
  historyTokens: number;
}

const MOST_REMEMBERED_EVENT_IDS = 200;
/** A model's context is bounded; so is what the mock counts of a long chat. */
const MOST_HISTORY_TOKENS = 4_000;

/** The chats in memory. The one that was quiet for longest makes room for a new one. */
export class Chats {
  readonly #chats = new Map<string, Chat>();
  readonly #most: number;

  constructor(most = 1_000) {
    this.#most = most;
  }

  open(agentId: string, chatId: string): Chat {
    const key = `${agentId}/${chatId}`;
    const chat = this.#chats.get(key) ?? {
      busy: false,
      answeredEventIds: new Set(),
      selectedIds: [],
      viewedIds: [],
      shownIds: [],
      historyTokens: 0,
    };
    // Re-inserting moves it to the end: a Map keeps the order of insertion.
    this.#chats.delete(key);
    this.#chats.set(key, chat);
    if (this.#chats.size > this.#most) {
      const quiet = [...this.#chats].find(([, { busy }]) => !busy);
      if (quiet) this.#chats.delete(quiet[0]);
    }
    return chat;
  }
}

export function rememberAnswer(
  chat: Chat,
  eventId: string,
  { foundIds, tokens }: { readonly foundIds: readonly string[]; readonly tokens: number },
): void {
  if (foundIds.length > 0) chat.shownIds = foundIds;
  chat.historyTokens = Math.min(chat.historyTokens + tokens, MOST_HISTORY_TOKENS);
  chat.answeredEventIds.add(eventId);
  const [oldest] = chat.answeredEventIds;
  if (oldest !== undefined && chat.answeredEventIds.size > MOST_REMEMBERED_EVENT_IDS) {
    chat.answeredEventIds.delete(oldest);
  }
}

/** Applies FE.SET_CONTEXT: what the shopper looks at, nearest first. Elsewhere, "these" are no longer those shown. */
export function changeContext(chat: Chat, change: ContextChange): void {
  const removed = (change.remove ?? []).some(
    (part) => part.startsWith('page') || part.startsWith('miniPage'),
  );
  const viewed = [change.miniPageProduct, change.currentItemId, ...(change.currentItemIds ?? [])];
  const ids = viewed.filter((id) => id !== undefined);
  if (ids.length === 0 && !removed) return;
  const before = chat.viewedIds;
  chat.viewedIds = [...new Set(ids)];
  if (chat.viewedIds.join() !== before.join()) chat.shownIds = [];
}
