import { ask } from '../actions/ask.ts';
import type { QuickReply } from '../api/api-events.ts';
import type { Chat } from '../chat.ts';
import { chip } from '../dom/chip.ts';
import { element } from '../dom/element.ts';
import { openingSuggestions } from '../sentences.ts';
import { question } from '../state/question.ts';

/** The buttons that are offered before the first question. */
export function openingButtons(chat: Chat, testId: string): HTMLElement {
  const buttons = openingSuggestions.map((suggestion) =>
    chip({ label: suggestion.label, testId: testId, onclick: () => askOpening(chat, suggestion) }),
  );
  return element('div', { class: 'chips', role: 'group', 'aria-label': 'Suggested questions' }, ...buttons);
}

function askOpening(chat: Chat, { label, target }: QuickReply): void {
  const call = { type: 'ADD_MESSAGE.USER.DIRECT_CALL', text: label, source: 'DISCOVERY_SUGGESTION' } as const;
  const event = target === undefined ? call : { ...call, target };
  ask(chat, question('suggestion_button', event, label, { target }));
}
