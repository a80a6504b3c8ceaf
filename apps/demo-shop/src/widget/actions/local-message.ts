import type { AssistantEntry } from '../state/entries.ts';
import { uuidV7 } from '../uuid-v7.ts';

/** A message that the widget itself puts into the chat. */
export function localMessage(text: string): AssistantEntry {
  return {
    kind: 'assistant',
    id: uuidV7(),
    text,
    responseId: undefined,
    streaming: false,
    local: true,
    rating: undefined,
  };
}
