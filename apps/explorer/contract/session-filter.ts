/** Steps of a chat session, and things that happened in it. */
export type SessionFlag =
  | 'triggered'
  | 'opened'
  | 'asked'
  | 'answered'
  | 'product_clicked'
  | 'failed'
  | 'unanswered'
  | 'closed'
  | 'thumbs_up'
  | 'thumbs_down'
  | 'rated_1'
  | 'rated_2'
  | 'rated_3'
  | 'rated_4'
  | 'rated_5';

/**
 * How a chat session went. The first that fits, best first: a product was clicked; an answer arrived; a turn failed; a
 * question stayed without an answer; the chat was opened; it was not.
 */
export type Outcome = 'product_clicked' | 'answered' | 'failed' | 'unanswered' | 'opened' | 'not_opened';

/** The one filter of every view. All conditions must hold; an empty array, an empty text and -1 are no condition. */
export interface SessionFilter {
  /** The chat session began at or after this time: ISO 8601, UTC, `2026-11-01T08:00:00.000Z`. */
  from: string;
  /** The chat session began before this time. */
  to: string;
  /** `shopping_chat.trigger.component` of the first trigger; `''` in the array: sessions without a trigger. */
  triggers: string[];
  /** At least one of them, such as `['thumbs_down', 'rated_1']`. */
  ratings: SessionFlag[];
  outcomes: Outcome[];
  /** All of them. A session with an error: `['failed']`. */
  with: SessionFlag[];
  /** None of them. */
  without: SessionFlag[];
  /** At least one of these product ids was clicked. */
  products: string[];
  /** At least one of these values of `shopping_chat.action`. */
  actions: string[];
  /** At least one of these tools of the chat backend was used. */
  tools: string[];
  /** `service.version` of the page. */
  versions: string[];
  /** `deployment.environment.name`. */
  environments: string[];
  devices: string[];
  /** `session.id` of the page. */
  visit: string;
  /** `user.id`. */
  user: string;
  min_turns: number;
  max_turns: number;
  /** From the first event to the last one. */
  min_seconds: number;
  max_seconds: number;
  /** Seconds that the slowest answer took. */
  min_answer_seconds: number;
  /** The beginning of an id: chat session, visit, user, conversation, trace or response. */
  text: string;
}

export const NO_FILTER: Omit<SessionFilter, 'from' | 'to'> = {
  triggers: [],
  ratings: [],
  outcomes: [],
  with: [],
  without: [],
  products: [],
  actions: [],
  tools: [],
  versions: [],
  environments: [],
  devices: [],
  visit: '',
  user: '',
  min_turns: -1,
  max_turns: -1,
  min_seconds: -1,
  max_seconds: -1,
  min_answer_seconds: -1,
  text: '',
};
