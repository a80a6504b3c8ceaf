import type { OutgoingEvent } from '../api/api-events.ts';

/** How an input was produced: the documented values of `type` in user_respond. */
export type InputType =
  | 'text'
  | 'suggestion_button'
  | 'quick_reply'
  | 'trigger_button'
  | 'voice'
  | 'product_menu';

/** The one product that a question is about. */
export interface Subject {
  readonly productId: string;
  /** Unknown when a trigger place tells nothing but the id. */
  readonly category: string | undefined;
  readonly name: string | undefined;
  /** Banner name of the trigger that brought the product into the chat. */
  readonly trigger: string | undefined;
  /** The product is the one that the mini-PDP shows. */
  readonly fromMiniPdp: boolean;
}

/** A question of the shopper, whole enough to be asked again. */
export interface Question {
  readonly text: string;
  readonly type: InputType;
  readonly target: string | undefined;
  readonly subject: Subject | undefined;
  /** Banner name of the trigger whose starter was clicked. */
  readonly trigger: string | undefined;
  /** What goes to the backend. */
  readonly event: OutgoingEvent;
}

type Extra = Partial<Pick<Question, 'target' | 'subject' | 'trigger'>>;

export function question(type: InputType, event: OutgoingEvent, text: string, extra: Extra = {}): Question {
  return { type, event, text, target: undefined, subject: undefined, trigger: undefined, ...extra };
}
