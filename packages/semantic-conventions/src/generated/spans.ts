// Generated from registry/*.yaml. DO NOT EDIT, run `pnpm generate`.

/**
 * A chat session.
 * Root of the trace. It ends immediately, so that it is exported first; the other spans are its children.
 */
export const SPAN_SHOPPING_CHAT_SESSION = 'shopping_chat.session' as const;

/**
 * A period of activity of the shopper on one page.
 * Child of the session. It holds every interaction event except messages.
 */
export const SPAN_SHOPPING_CHAT_ACTIVITY = 'shopping_chat.activity' as const;

/**
 * A message of the shopper and its answer.
 * Child of the activity. It holds the user_respond or user_respond_product event; requests to the chat backend are its children. A failed turn has the status ERROR, with `error.type` as the status description.
 */
export const SPAN_SHOPPING_CHAT_TURN = 'shopping_chat.turn' as const;
