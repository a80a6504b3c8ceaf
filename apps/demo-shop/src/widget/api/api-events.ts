/** A product as the assistant's answers bring it. */
export interface ProductItem {
  readonly id: string;
  readonly name: string;
  readonly price: number;
  readonly currency: string;
  readonly category: string;
  readonly url: string;
  readonly picture: string;
}

export interface QuickReply {
  readonly label: string;
  readonly target?: string;
  readonly payload?: unknown;
}

/** Events that the widget sends, without `_id` and `sentDate`. */
export type OutgoingEvent =
  | { readonly type: 'ADD_MESSAGE.USER.TEXT'; readonly text: string }
  | {
      readonly type: 'ADD_MESSAGE.USER.DIRECT_CALL';
      readonly text: string;
      readonly target?: string;
      readonly source?: 'WEBLAYER' | 'DISCOVERY_QR' | 'DISCOVERY_SUGGESTION' | 'DEFAULT';
      readonly payload?: unknown;
    }
  | {
      readonly type: 'ADD_MESSAGE.USER.GEN_BY_BTN';
      readonly text: 'SHOW_SIMILAR' | 'COMPARISON';
      readonly label: string;
    }
  | {
      readonly type: 'ADD_MESSAGE.USER.FEEDBACK';
      readonly score: number;
      readonly text?: string;
      readonly messages?: readonly string[];
    }
  | { readonly type: 'SELECTED_ITEMS'; readonly ids: readonly string[] }
  | {
      readonly type: 'FE.SET_CONTEXT';
      readonly currentItemIds: readonly string[];
      readonly currentItemId?: string;
      readonly miniPageProduct?: string;
      readonly remove?: readonly string[];
    };

interface Incoming {
  readonly _id: string;
}

/** Events of an answer that the widget understands. */
export type IncomingEvent =
  | (Incoming & {
      readonly type: 'ADD_MESSAGE.ASSISTANT.TEXT';
      readonly text: string;
      readonly responseId?: string;
      readonly batchId?: string;
    })
  | (Incoming & { readonly type: 'APPEND_LAST_ASSISTANT_MESSAGE'; readonly text: string })
  | (Incoming & {
      readonly type: 'ADD_MESSAGE.ASSISTANT.CAROUSEL';
      readonly data: readonly ProductItem[];
      readonly categoryName?: string;
    })
  | (Incoming & {
      readonly type: 'ADD_MESSAGE.ASSISTANT.QUICK_REPLY';
      readonly data: readonly QuickReply[];
      readonly text?: string;
    })
  | (Incoming & { readonly type: 'ADD_MESSAGE.ASSISTANT.NOTIFICATION'; readonly text: string })
  | (Incoming & { readonly type: 'FATAL_ERROR'; readonly text?: string });
