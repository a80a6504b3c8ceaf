import { ask } from '../actions/ask.ts';
import type { QuickReply } from '../api/api-events.ts';
import type { Chat } from '../chat.ts';
import { chip } from '../dom/chip.ts';
import { element } from '../dom/element.ts';
import { question } from '../state/question.ts';

/** Replies that the assistant offers for its last answer. */
export function quickReplies(
  chat: Chat,
  replies: readonly QuickReply[],
  text: string | undefined,
): HTMLElement {
  const buttons = replies.map((reply) =>
    chip({ label: reply.label, testId: 'chat-quick-reply', onclick: () => askReply(chat, reply) }),
  );
  return element(
    'div',
    { class: 'quick-replies', role: 'group', 'aria-label': 'Quick replies' },
    text === undefined ? undefined : element('p', { class: 'quick-replies-text' }, text),
    element('div', { class: 'chips' }, ...buttons),
  );
}

function askReply(chat: Chat, { label, target, payload }: QuickReply): void {
  const event = {
    type: 'ADD_MESSAGE.USER.DIRECT_CALL',
    text: label,
    source: 'DISCOVERY_QR',
    ...(target === undefined ? {} : { target }),
    ...(payload === undefined ? {} : { payload }),
  } as const;
  ask(chat, question('quick_reply', event, label, { target }));
}
