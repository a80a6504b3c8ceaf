// Generated from registry/*.yaml. DO NOT EDIT, run `pnpm generate`.

/** The shopper clicked a trigger. */
export const EVENT_SHOPPING_CHAT_TRIGGER_CLICKED = 'shopping_chat.trigger_clicked' as const;

/**
 * The chat closed in a way that no other event describes.
 * Rare in normal use: closing by the page itself, and edge cases.
 */
export const EVENT_SHOPPING_CHAT_CHAT_CLOSED = 'shopping_chat.chat_closed' as const;

/** The shopper dismissed the minimized badge. */
export const EVENT_SHOPPING_CHAT_CLOSE_CHAT_FROM_MINIMIZED = 'shopping_chat.close_chat_from_minimized' as const;

/** The shopper closed the open chat on a mobile device. */
export const EVENT_SHOPPING_CHAT_CLOSE_CHAT_FROM_OPEN_ON_MOBILE = 'shopping_chat.close_chat_from_open_on_mobile' as const;

/** The shopper opened the chat from the message bubble. */
export const EVENT_SHOPPING_CHAT_EXPAND_FROM_BUBBLE = 'shopping_chat.expand_from_bubble' as const;

/** The shopper opened the chat from the minimized badge. */
export const EVENT_SHOPPING_CHAT_EXPAND_FROM_MINIMIZED = 'shopping_chat.expand_from_minimized' as const;

/** The chat opened because of a trigger. */
export const EVENT_SHOPPING_CHAT_EXPAND_FROM_TRIGGER = 'shopping_chat.expand_from_trigger' as const;

/** The shopper minimized the open chat. */
export const EVENT_SHOPPING_CHAT_MINIMIZE_FROM_OPEN = 'shopping_chat.minimize_from_open' as const;

/** The shopper resized the widget. */
export const EVENT_SHOPPING_CHAT_CHANGE_SIZE = 'shopping_chat.change_size' as const;

/** The shopper dismissed the message bubble. */
export const EVENT_SHOPPING_CHAT_CLOSE_BUBBLE = 'shopping_chat.close_bubble' as const;

/** The shopper chose an item of the header menu. */
export const EVENT_SHOPPING_CHAT_MENU_CLICK = 'shopping_chat.menu_click' as const;

/** The shopper sent a message. */
export const EVENT_SHOPPING_CHAT_USER_RESPOND = 'shopping_chat.user_respond' as const;

/** The shopper asked about one product. */
export const EVENT_SHOPPING_CHAT_USER_RESPOND_PRODUCT = 'shopping_chat.user_respond_product' as const;

/** The shopper closed the product view inside the chat. */
export const EVENT_SHOPPING_CHAT_CLOSE_MINI_PDP = 'shopping_chat.close_mini_pdp' as const;

/** The shopper opened the product view inside the chat. */
export const EVENT_SHOPPING_CHAT_MINI_PDP_CLICK = 'shopping_chat.mini_pdp_click' as const;

/** The shopper chose an item of a product menu. */
export const EVENT_SHOPPING_CHAT_PRODUCT_MENU_CLICK = 'shopping_chat.product_menu_click' as const;

/** The shopper followed a link in the chat. */
export const EVENT_SHOPPING_CHAT_URL_CLICK = 'shopping_chat.url_click' as const;

/** The shopper deselected a product. */
export const EVENT_SHOPPING_CHAT_PRODUCT_DESELECT = 'shopping_chat.product_deselect' as const;

/** The shopper selected a product. */
export const EVENT_SHOPPING_CHAT_PRODUCT_SELECT = 'shopping_chat.product_select' as const;

/** The shopper dismissed the survey. */
export const EVENT_SHOPPING_CHAT_CLOSE_SURVEY = 'shopping_chat.close_survey' as const;

/** The shopper submitted the survey. */
export const EVENT_SHOPPING_CHAT_SUBMIT_FEEDBACK = 'shopping_chat.submit_feedback' as const;

/** The shopper rated a message as bad. */
export const EVENT_SHOPPING_CHAT_THUMBS_DOWN = 'shopping_chat.thumbs_down' as const;

/** The shopper rated a message as good. */
export const EVENT_SHOPPING_CHAT_THUMBS_UP = 'shopping_chat.thumbs_up' as const;

/**
 * The widget reported an action that is not in this registry.
 * The action is recorded unchanged, so that a new event is visible before it has a name here.
 */
export const EVENT_SHOPPING_CHAT_UNKNOWN_ACTION = 'shopping_chat.unknown_action' as const;

/**
 * A chat element became visible.
 * Scrolling can cause it, too. The vendor documents more attributes than are listed here.
 */
export const EVENT_SHOPPING_CHAT_SHOW = 'shopping_chat.show' as const;

/**
 * A trigger came into the viewport.
 * Stricter than `shopping_chat.show`.
 */
export const EVENT_SHOPPING_CHAT_ACTUAL_SHOW = 'shopping_chat.actual_show' as const;

/** The chat interface finished rendering. */
export const EVENT_SHOPPING_CHAT_BUNDLE_SHOW = 'shopping_chat.bundle_show' as const;

/**
 * A browsing session started.
 * Once for each browsing session, which is not the chat session. It always carries the experiment.
 */
export const EVENT_SHOPPING_CHAT_SESSION_START = 'shopping_chat.session_start' as const;

/**
 * The widget caught and handled an error.
 * The vendor calls these errors recoverable. The chat stops after an error that reached the widget's error boundary.
 */
export const EVENT_SHOPPING_CHAT_CLARITY_ERROR = 'shopping_chat.clarity_error' as const;

/**
 * The widget met a problem that is less severe than an error.
 * For instance a misconfiguration. The vendor documents more attributes than are listed here.
 */
export const EVENT_SHOPPING_CHAT_CLARITY_WARNING = 'shopping_chat.clarity_warning' as const;

/**
 * The shopper's rating, as OpenTelemetry's event for evaluations of a model's output.
 * Recorded on request, next to the event that reports the rating.
 */
export const EVENT_GEN_AI_EVALUATION_RESULT = 'gen_ai.evaluation.result' as const;
