import { ask } from '../actions/ask.ts';
import { subjectOf } from '../actions/product-clicks.ts';
import type { Chat } from '../chat.ts';
import type { Component } from '../dom/component.ts';
import { element } from '../dom/element.ts';
import { iconButton } from '../dom/icon-button.ts';
import { icon } from '../dom/icons.ts';
import { findProduct } from '../state/entries.ts';
import type { Subject } from '../state/question.ts';
import { question } from '../state/question.ts';
import { voiceButton } from './voice-button.ts';

/** Longest message, in characters. */
const maxLength = 1000;

export interface Composer extends Component {
  focus(): void;
}

export function composer(chat: Chat): Composer {
  let spoken = false;
  let drawn = false;
  let shown: Subject | undefined;
  const input = element('textarea', {
    class: 'input',
    rows: 1,
    maxlength: maxLength,
    placeholder: 'Ask a question …',
    'aria-label': 'Your message',
    enterkeyhint: 'send',
    'data-testid': 'chat-input',
    oninput: () => edited(),
    onkeydown: (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      send();
    },
  });
  const sendButton = element(
    'button',
    {
      type: 'submit',
      class: 'icon-button send',
      'aria-label': 'Send',
      title: 'Send',
      'data-testid': 'chat-send',
    },
    icon('send'),
  );
  const voice = voiceButton((sentence) => {
    input.value = sentence;
    spoken = true;
    edited();
    input.focus();
  });
  const form = element(
    'form',
    {
      class: 'composer',
      onsubmit: (event) => {
        event.preventDefault();
        send();
      },
    },
    input,
    voice.button,
    sendButton,
  );
  const about = aboutChip(chat);

  /** A sentence that was deleted again was not spoken. */
  function edited(): void {
    if (input.value === '') spoken = false;
    voice.show(spoken ? 'inserted' : 'none');
    sendButton.disabled = input.value.trim() === '' || chat.store.get().pending !== undefined;
    input.style.height = 'auto';
    input.style.height = `${Math.min(input.scrollHeight, 120)}px`;
  }

  function send(): void {
    const text = input.value.trim();
    if (text === '' || chat.store.get().pending !== undefined) return;
    const type = spoken ? 'voice' : 'text';
    input.value = '';
    edited();
    ask(
      chat,
      question(type, { type: 'ADD_MESSAGE.USER.TEXT', text }, text, { subject: currentSubject(chat) }),
    );
  }

  return {
    element: element('div', { class: 'composer-area' }, about.element, voice.note, form),
    focus: () => input.focus(),
    render(state) {
      about.render(state);
      const followUp = state.subject?.trigger === undefined ? state.subject : undefined;
      if (drawn && followUp !== undefined && followUp !== shown) input.focus();
      shown = followUp;
      drawn = true;
      sendButton.disabled = input.value.trim() === '' || state.pending !== undefined;
    },
  };
}

/** The mini-PDP's product, or the one that "ask follow up" or a product page's trigger chose. */
function currentSubject(chat: Chat): Subject | undefined {
  const { miniPdpProductId, entries, subject } = chat.store.get();
  const product = miniPdpProductId === undefined ? undefined : findProduct(entries, miniPdpProductId);
  return product === undefined ? subject : subjectOf(product, true);
}

function aboutChip(chat: Chat): Component {
  const text = element('span', { class: 'about-text' });
  const clear = iconButton({
    icon: 'close',
    label: 'Ask in general instead',
    testId: 'chat-about-clear',
    onclick: () => chat.store.set({ subject: undefined }),
  });
  const chip = element('div', { class: 'about', 'data-testid': 'chat-about' }, text, clear);
  return {
    element: chip,
    render({ subject, miniPdpProductId }) {
      chip.hidden = subject === undefined || miniPdpProductId !== undefined;
      text.textContent = `Asking about ${subject?.name ?? 'the product on this page'}`;
    },
  };
}
