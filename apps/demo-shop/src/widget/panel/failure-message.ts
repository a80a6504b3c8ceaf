import { retry } from '../actions/ask.ts';
import type { Chat } from '../chat.ts';
import { element } from '../dom/element.ts';
import { icon } from '../dom/icons.ts';
import type { Entry } from '../state/entries.ts';

type FailureEntry = Extract<Entry, { kind: 'failure' }>;

/** Says what went wrong, and asks again on request; after a 429 only once the wait is over. */
export function failureMessage(chat: Chat, entry: FailureEntry): HTMLElement {
  return element(
    'div',
    { class: 'failure', role: 'alert', 'data-testid': 'chat-failure' },
    icon('warning'),
    element('p', {}, entry.sentence),
    entry.question === undefined ? undefined : retryButton(chat, entry),
  );
}

function retryButton(chat: Chat, entry: FailureEntry): HTMLElement {
  const label = element('span', {}, 'Retry');
  const button = element(
    'button',
    {
      type: 'button',
      class: 'button retry',
      'data-testid': 'chat-retry',
      'data-key': entry.id,
      onclick: () => retry(chat, entry.id),
    },
    icon('retry'),
    label,
  );
  const { retryAt } = entry;
  if (retryAt !== undefined) countDown(button, label, retryAt);
  return button;
}

function countDown(button: HTMLButtonElement, label: HTMLElement, retryAt: number): void {
  const left = retryAt - Date.now();
  button.disabled = left > 0;
  label.textContent = left > 0 ? `Retry in ${Math.ceil(left / 1000)} s` : 'Retry';
  if (left > 0) setTimeout(() => countDown(button, label, retryAt), left % 1000 || 1000);
}
