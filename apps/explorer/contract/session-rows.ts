import type { Outcome, SessionFilter } from './session-filter.ts';

/** One chat session in the list. */
export interface SessionRow {
  chat_session_id: string;
  /** Unix time of the first event, in milliseconds. */
  start_ms: number;
  /** Seconds from the first event to the last one. */
  seconds: number;
  turns: number;
  failed_turns: number;
  /** Turns that ended by timeout, or were abandoned or superseded. */
  unanswered_turns: number;
  /** Seconds; null without an answer. */
  slowest_answer: number | null;
  product_clicks: number;
  events: number;
  /** Numbers missing from 1, 2, 3 …: events that were lost. */
  missing_events: number;
  thumbs_up: number;
  thumbs_down: number;
  /** The last rating, 1 to 5. */
  rating: number | null;
  /** Of the first trigger; '' without one. */
  trigger_component: string;
  /** The page of the first event. */
  page_url: string;
  outcome: Outcome;
  /** `service.version` of the first event. */
  version: string;
  environment: string;
  /** 'mobile', 'desktop', or '' if unknown. */
  device: string;
  visit_id: string;
  user_id: string;
  conversation_id: string;
  tools: string[];
  products: string[];
  actions: string[];
}

export type SessionSort =
  | 'start'
  | 'seconds'
  | 'turns'
  | 'failed_turns'
  | 'slowest_answer'
  | 'product_clicks'
  | 'rating'
  | 'trigger'
  | 'page'
  | 'outcome'
  | 'version';

export interface SessionsParameters extends SessionFilter {
  sort: SessionSort;
  direction: 'asc' | 'desc';
  /** From the last row of the page before; 0, '' and '' for the first page. */
  after_number: number;
  after_text: string;
  after_session: string;
  /** At most 500. */
  limit: number;
}

/** A row with its place in the order, for the next page. */
export interface ListedSessionRow extends SessionRow {
  sort_number: number;
  sort_text: string;
}

/** The newest sessions with an event since a time: for a list that updates itself. At most 200. */
export interface LiveParameters extends SessionFilter {
  since: string;
}

/** Values to choose from in the filter, at most 100 of each field, most sessions first. */
export interface FilterValueRow {
  field: 'trigger' | 'product' | 'action' | 'tool' | 'version' | 'environment' | 'device';
  value: string;
  sessions: number;
}
