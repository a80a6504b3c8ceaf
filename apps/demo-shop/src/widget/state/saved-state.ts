import { uuidV7 } from '../uuid-v7.ts';
import type { Entry } from './entries.ts';
import type { State } from './state.ts';
import { initialState } from './state.ts';

const stateKey = 'clarity-demo.state';
const customerKey = 'clarity-demo.customer';

/** Entries kept over a page load; older ones are left behind. */
const maxSavedEntries = 200;

/** Changed whenever a saved state of an older build could not be read by this one. */
const version = 1;

/** The tab's chat as the last page left it. Storage that is forbidden, empty or unreadable starts a new chat. */
export function restoreState(storage: () => Storage): State {
  try {
    const saved: unknown = JSON.parse(storage().getItem(stateKey) ?? 'null');
    if (!isSaved(saved)) return initialState();
    return afterPageLoad({ ...initialState(), ...saved.state });
  } catch {
    return initialState();
  }
}

/** Returns false when the storage refused: the chat then lives in this page only. */
export function saveState(state: State, storage: () => Storage): boolean {
  try {
    const saved = { version, state: { ...state, entries: state.entries.slice(-maxSavedEntries) } };
    storage().setItem(stateKey, JSON.stringify(saved));
    return true;
  } catch {
    return false;
  }
}

/** The shopper's id for the backend: stable over chats and tabs, as long as the storage allows. */
export function endCustomerId(storage: () => Storage): string {
  try {
    const known = storage().getItem(customerKey);
    if (known !== null) return known;
    const created = uuidV7();
    storage().setItem(customerKey, created);
    return created;
  } catch {
    return uuidV7();
  }
}

/** The request died with the page, so an answer that was under way never comes: offer to ask again. */
function afterPageLoad(state: State): State {
  const entries: Entry[] = state.entries.map((entry) =>
    entry.kind === 'assistant' && entry.streaming ? { ...entry, streaming: false } : entry,
  );
  if (state.pending !== undefined) {
    entries.push({
      kind: 'failure',
      id: uuidV7(),
      sentence: 'The page changed before the answer was complete.',
      question: state.pending,
      retryAt: undefined,
    });
  }
  return { ...state, entries, pending: undefined, waiting: [], progress: undefined };
}

function isSaved(value: unknown): value is { state: Partial<State> } {
  const saved = value as { version?: unknown; state?: { entries?: unknown; chatId?: unknown } } | null;
  return (
    saved?.version === version &&
    Array.isArray(saved.state?.entries) &&
    typeof saved.state.chatId === 'string'
  );
}
