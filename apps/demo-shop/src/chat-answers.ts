import { chat } from './telemetry.ts';

/** What the widget tells with `clarity:answer`: nothing of the conversation's text. */
interface AnswerDetail {
  readonly error?: string;
  readonly messageId?: string;
  readonly responseId?: string;
}

declare global {
  interface WindowEventMap {
    'clarity:answer': CustomEvent<AnswerDetail>;
  }
}

// The widget knows best when an answer has ended, and how; its ids let a later rating find the turn.
window.addEventListener('clarity:answer', ({ detail }) => {
  const { error, messageId, responseId } = detail;
  chat.endTurn({ error, messageId, responseId });
});

/** "Clear Chat" begins another conversation: known once the widget has handled the click. */
function nameConversation(): void {
  const chatId = window.clarityChat?.state().chatId;
  if (chatId !== undefined) chat.setConversationId(chatId);
}

nameConversation();
window.addEventListener('click', nameConversation);
