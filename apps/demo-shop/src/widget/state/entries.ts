import type { ProductItem, QuickReply } from '../api/api-events.ts';
import type { Question } from './question.ts';

/** A rating of an assistant's message: `open` while its form asks for an optional comment. */
export interface Rating {
  readonly score: 'up' | 'down';
  readonly status: 'open' | 'sent' | 'failed';
}

export interface AssistantEntry {
  readonly kind: 'assistant';
  /** The `_id` of the message. */
  readonly id: string;
  readonly text: string;
  /** The model's response id, when the backend tells it. */
  readonly responseId: string | undefined;
  readonly streaming: boolean;
  /** Written by the widget itself (a greeting), so there is nothing to rate. */
  readonly local: boolean;
  readonly rating: Rating | undefined;
}

/** What the message list shows, oldest first. */
export type Entry =
  | { readonly kind: 'user'; readonly id: string; readonly text: string; readonly voice: boolean }
  | AssistantEntry
  | {
      readonly kind: 'products';
      readonly id: string;
      readonly items: readonly ProductItem[];
      readonly title: string | undefined;
    }
  | {
      readonly kind: 'quick_replies';
      readonly id: string;
      readonly replies: readonly QuickReply[];
      readonly text: string | undefined;
    }
  | {
      readonly kind: 'failure';
      readonly id: string;
      readonly sentence: string;
      /** What to ask again; `undefined` once the shopper went on to something else. */
      readonly question: Question | undefined;
      /** Unix milliseconds before which a retry is pointless. */
      readonly retryAt: number | undefined;
    };

export function findProduct(entries: readonly Entry[], productId: string): ProductItem | undefined {
  return entries
    .flatMap((entry) => (entry.kind === 'products' ? entry.items : []))
    .findLast((item) => item.id === productId);
}

/** Ids of the products that came with a message: those between the shopper's messages around it. */
export function productIdsBeside(entries: readonly Entry[], messageId: string): string[] {
  const index = entries.findIndex((entry) => entry.id === messageId);
  const start = entries.slice(0, index).findLastIndex((entry) => entry.kind === 'user') + 1;
  const next = entries.findIndex((entry, at) => at > index && entry.kind === 'user');
  return entries
    .slice(start, next === -1 ? undefined : next)
    .flatMap((entry) => (entry.kind === 'products' ? entry.items.map((item) => item.id) : []));
}
