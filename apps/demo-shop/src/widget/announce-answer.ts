import type { FailureCode } from './api/answer-failure.ts';

/** `detail` of the window event `clarity:answer`. */
export interface AnswerDetail {
  readonly ok: boolean;
  readonly error?: FailureCode;
  readonly messageId?: string;
  readonly responseId?: string | undefined;
}

/** Tells the host that an answer has ended, well or not. Carries no text of the conversation. */
export function announceAnswer(detail: AnswerDetail): void {
  window.dispatchEvent(new CustomEvent('clarity:answer', { detail }));
}
