import { rate, sendRating } from '../actions/give-feedback.ts';
import type { Chat } from '../chat.ts';
import { element } from '../dom/element.ts';
import { iconButton } from '../dom/icon-button.ts';
import type { AssistantEntry, Rating } from '../state/entries.ts';

/** Thumbs below an answer; a click opens a short form, and the rating counts when that is sent or skipped. */
export function ratingBar(chat: Chat, entry: AssistantEntry): HTMLElement {
  const { rating } = entry;
  return element(
    'div',
    { class: 'rating' },
    element(
      'div',
      { class: 'rating-thumbs' },
      thumb(chat, entry, 'up'),
      thumb(chat, entry, 'down'),
      thanks(rating),
    ),
    rating?.status === 'open' ? ratingForm(chat, entry) : undefined,
  );
}

function thumb(chat: Chat, { id, rating }: AssistantEntry, score: Rating['score']): HTMLElement {
  const pressed = rating?.score === score;
  return iconButton({
    icon: score,
    label: score === 'up' ? 'Good answer' : 'Bad answer',
    testId: `chat-thumbs-${score}`,
    onclick: () => rate(chat, id, pressed ? undefined : score),
    attributes: {
      class: 'icon-button thumb',
      'aria-pressed': String(pressed),
      'data-key': id,
      disabled: rating !== undefined && rating.status !== 'open',
    },
  });
}

function thanks(rating: Rating | undefined): HTMLElement | undefined {
  if (rating === undefined || rating.status === 'open') return undefined;
  const sentence = rating.status === 'sent' ? 'Thanks for rating.' : 'The rating could not be sent.';
  return element('span', { class: 'rating-note', role: 'status' }, sentence);
}

function ratingForm(chat: Chat, entry: AssistantEntry): HTMLElement {
  const label = entry.rating?.score === 'up' ? 'What was good? (optional)' : 'What went wrong? (optional)';
  const comment = element('textarea', {
    class: 'field',
    rows: 2,
    maxlength: 500,
    placeholder: label,
    'aria-label': label,
    'data-testid': 'chat-rating-text',
    'data-key': entry.id,
  });
  const finish = (text: string) => void sendRating(chat, entry, text);
  const form = element(
    'form',
    {
      class: 'rating-form',
      onsubmit: (event) => {
        event.preventDefault();
        finish(comment.value.trim());
      },
    },
    comment,
    element(
      'div',
      { class: 'form-buttons' },
      element(
        'button',
        {
          type: 'button',
          class: 'button quiet',
          'data-testid': 'chat-rating-skip',
          onclick: () => finish(''),
        },
        'Skip',
      ),
      element('button', { type: 'submit', class: 'button', 'data-testid': 'chat-rating-send' }, 'Send'),
    ),
  );
  return form;
}
