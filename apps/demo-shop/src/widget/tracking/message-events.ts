import type { Question } from '../state/question.ts';
import type { Payload, Surroundings } from './surroundings.ts';
import { given, inChat } from './surroundings.ts';

/** `user_respond`, or `user_respond_product` when the question is about one product. */
export function userRespond(around: Surroundings, question: Question, selection: readonly string[]): Payload {
  const { subject } = question;
  const input = {
    type: question.type,
    message: question.text,
    ...given('target', question.target),
  };
  const trigger = given('clicked_in_trigger', question.trigger ?? subject?.trigger);
  if (subject === undefined) {
    return { action: 'user_respond', ...input, product_ids: selection, ...trigger, ...inChat(around) };
  }
  return {
    action: 'user_respond_product',
    ...input,
    product_id: subject.productId,
    ...given('product_category', subject.category),
    ...trigger,
    ...inChat(around),
  };
}
