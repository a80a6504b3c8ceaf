import type { OutgoingEvent } from '../api/api-events.ts';
import type { Chat } from '../chat.ts';
import { report, surroundings } from '../chat.ts';
import { question } from '../state/question.ts';
import { productSelection } from '../tracking/product-events.ts';
import { ask } from './ask.ts';

/** A button that the widget offers for the selected products. */
export interface SuggestionButton {
  readonly label: string;
  readonly target: string | undefined;
  readonly event: OutgoingEvent;
}

export function suggestionsFor(selection: readonly string[]): SuggestionButton[] {
  if (selection.length === 0) return [];
  const similar = button('Find similar', { type: 'ADD_MESSAGE.USER.GEN_BY_BTN', text: 'SHOW_SIMILAR' });
  if (selection.length > 1) {
    return [button('Compare', { type: 'ADD_MESSAGE.USER.GEN_BY_BTN', text: 'COMPARISON' }), similar];
  }
  const label = 'Tell me more';
  const target = 'products_expert_question';
  const payload = { productIds: selection };
  const more = { type: 'ADD_MESSAGE.USER.DIRECT_CALL', text: label, source: 'DISCOVERY_SUGGESTION' } as const;
  return [{ label, target, event: { ...more, target, payload } }, similar];
}

function button(
  label: string,
  event: { type: 'ADD_MESSAGE.USER.GEN_BY_BTN'; text: 'SHOW_SIMILAR' | 'COMPARISON' },
): SuggestionButton {
  return { label, target: undefined, event: { ...event, label } };
}

export function toggleProduct(chat: Chat, productId: string): void {
  const before = chat.store.get().selection;
  const selected = before.includes(productId);
  const selection = selected ? before.filter((id) => id !== productId) : [...before, productId];
  chat.store.set({ selection });
  const action = selected ? 'product_deselect' : 'product_select';
  const labels = suggestionsFor(selection).map(({ label }) => label);
  report(chat, productSelection(surroundings(chat), action, productId, selection, labels));
}

export function askSuggestion(chat: Chat, { label, target, event }: SuggestionButton): void {
  ask(chat, question('suggestion_button', event, label, { target }));
}
