import type { IncomingEvent } from '../api/api-events.ts';
import type { Entry } from '../state/entries.ts';
import type { State } from '../state/state.ts';

/** The change that one event of an answer makes. */
export function applyEvent({ entries }: State, event: IncomingEvent): Partial<State> {
  switch (event.type) {
    case 'ADD_MESSAGE.ASSISTANT.TEXT':
      return { progress: undefined, entries: [...entries.map(settled), assistantEntry(event)] };
    case 'APPEND_LAST_ASSISTANT_MESSAGE':
      return { progress: undefined, entries: appended(entries, event.text) };
    case 'ADD_MESSAGE.ASSISTANT.CAROUSEL':
      return { progress: undefined, entries: [...entries, productsEntry(event)] };
    case 'ADD_MESSAGE.ASSISTANT.QUICK_REPLY':
      return { entries: [...entries, quickRepliesEntry(event)] };
    case 'ADD_MESSAGE.ASSISTANT.NOTIFICATION':
      return { progress: event.text };
    case 'FATAL_ERROR':
      return {};
  }
}

type EventOf<Type extends IncomingEvent['type']> = Extract<IncomingEvent, { type: Type }>;

function assistantEntry(event: EventOf<'ADD_MESSAGE.ASSISTANT.TEXT'>): Entry {
  return {
    kind: 'assistant',
    id: event._id,
    text: event.text,
    responseId: event.responseId,
    streaming: true,
    local: false,
    rating: undefined,
  };
}

function productsEntry(event: EventOf<'ADD_MESSAGE.ASSISTANT.CAROUSEL'>): Entry {
  return { kind: 'products', id: event._id, items: event.data, title: event.categoryName };
}

function quickRepliesEntry(event: EventOf<'ADD_MESSAGE.ASSISTANT.QUICK_REPLY'>): Entry {
  return { kind: 'quick_replies', id: event._id, replies: event.data, text: event.text };
}

function settled(entry: Entry): Entry {
  return entry.kind === 'assistant' && entry.streaming ? { ...entry, streaming: false } : entry;
}

function appended(entries: readonly Entry[], text: string): readonly Entry[] {
  const last = entries.findLastIndex((entry) => entry.kind === 'assistant' && entry.streaming);
  return entries.map((entry, index) =>
    index === last && entry.kind === 'assistant' ? { ...entry, text: entry.text + text } : entry,
  );
}
