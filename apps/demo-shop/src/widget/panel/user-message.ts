import { element } from '../dom/element.ts';
import { icon } from '../dom/icons.ts';

export function userMessage(text: string, voice: boolean): HTMLElement {
  const mark = voice
    ? element('span', { class: 'voice-mark', title: 'Spoken (demo)' }, icon('microphone'))
    : undefined;
  return element(
    'div',
    { class: 'message from-user', 'data-testid': 'chat-message-user' },
    element('span', { class: 'visually-hidden' }, 'You: '),
    mark,
    element('span', {}, text),
  );
}
