import type { ShoppingChatInstrumentationConfig } from '../src/index.ts';
import { openChat } from './open-chat.ts';

/** What one payload becomes; nothing when it is no chat event. */
export function recordPayload(payload: unknown, config: ShoppingChatInstrumentationConfig = {}) {
  let emit: ((read: () => unknown) => void) | undefined;
  const source = {
    subscribe(given: typeof emit) {
      emit = given;
      return () => {};
    },
  };
  const chat = openChat({ sources: [source], ...config });
  emit?.(() => payload);
  emit?.(() => payload);
  chat.instrumentation.disable();
  const [first, second] = chat.events();
  return {
    name: first?.name,
    attributes: first?.attributes,
    /** Each event was sent twice: both are the same but for the number, and each problem is said once. */
    again: second && { ...second.attributes, 'shopping_chat.event.seq': 1 },
    warnings: chat.warnings,
    problems: chat.instrumentation.problems(),
  };
}
