import type { Payload, Surroundings } from './surroundings.ts';
import { given, inChat } from './surroundings.ts';

export interface RatedMessage {
  readonly messageId: string;
  readonly responseId: string | undefined;
  readonly text: string;
  readonly productIds: readonly string[];
}

/** `message_id` and `response_id` are this widget's own: the vendor's page does not list them. */
export function thumbs(
  around: Surroundings,
  score: 'up' | 'down',
  rated: RatedMessage,
  comment: string | undefined,
): Payload {
  return {
    action: `thumbs_${score}`,
    ...given('feedback_message', comment),
    feedback_target_text: rated.text,
    feedback_target_product_ids: rated.productIds,
    ...inChat(around),
    message_id: rated.messageId,
    ...given('response_id', rated.responseId),
  };
}

/** The vendor documents no attributes for it. */
export function closeSurvey(): Payload {
  return { action: 'close_survey' };
}

export function submitFeedback(rating: 1 | 2 | 3 | 4 | 5, message: string): Payload {
  return { action: 'submit_feedback', feedback_state: rating, feedback_message: message };
}
