/**
 * The events of a conversational-agent API of the kind that shopping assistants offer: one POST per shopper
 * event, answered by one growing JSON array of events.
 */

export interface EventBase {
  /** UUIDv7. An `_id` that was answered before is not answered twice. */
  readonly _id: string;
  /** ISO 8601. */
  readonly sentDate: string;
}

export type ButtonText = 'SHOW_SIMILAR' | 'COMPARISON';

export interface ContextChange {
  readonly currentItemIds?: readonly string[];
  readonly currentItemId?: string;
  readonly miniPageProduct?: string;
  readonly remove?: readonly string[];
}

export type ShopperEvent = EventBase &
  (
    | { readonly type: 'ADD_MESSAGE.USER.TEXT'; readonly text: string }
    | {
        readonly type: 'ADD_MESSAGE.USER.DIRECT_CALL';
        readonly target?: string;
        readonly source?: string;
        readonly text?: string;
        readonly payload?: unknown;
      }
    | { readonly type: 'ADD_MESSAGE.USER.GEN_BY_BTN'; readonly text: ButtonText; readonly label?: string }
    | {
        readonly type: 'ADD_MESSAGE.USER.FEEDBACK';
        readonly score?: number;
        readonly text?: string;
        readonly messages?: readonly unknown[];
      }
    | { readonly type: 'SELECTED_ITEMS'; readonly ids: readonly string[] }
    | ({ readonly type: 'FE.SET_CONTEXT' } & ContextChange)
  );

export interface ProductItem {
  readonly id: string;
  readonly name: string;
  readonly price: number;
  readonly currency: string;
  readonly category: string;
  /** Path of the product's page in the shop. */
  readonly url: string;
  /** Path of the product's picture in the shop. */
  readonly picture: string;
}

export interface QuickReply {
  readonly label: string;
  readonly target?: string;
  readonly payload?: { readonly productIds: readonly string[] };
}

/** What the assistant says; the stream adds `_id` and `sentDate`. */
export type AssistantMessage =
  | {
      readonly type: 'ADD_MESSAGE.ASSISTANT.TEXT';
      readonly text: string;
      readonly responseId: string;
      readonly batchId: string;
    }
  | { readonly type: 'APPEND_LAST_ASSISTANT_MESSAGE'; readonly text: string; readonly batchId: string }
  | {
      readonly type: 'ADD_MESSAGE.ASSISTANT.CAROUSEL';
      readonly data: readonly ProductItem[];
      readonly categoryName?: string;
      readonly batchId: string;
    }
  | {
      readonly type: 'ADD_MESSAGE.ASSISTANT.QUICK_REPLY';
      readonly data: readonly QuickReply[];
      readonly batchId: string;
    }
  | {
      readonly type: 'ADD_MESSAGE.ASSISTANT.NOTIFICATION';
      readonly toolName: string;
      readonly text: string;
      readonly batchId: string;
    }
  | { readonly type: 'ERROR'; readonly exception: string }
  | { readonly type: 'FATAL_ERROR'; readonly text: string };

export type AssistantEvent = EventBase & AssistantMessage;
