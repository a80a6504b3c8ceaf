// Generated from registry/*.yaml. DO NOT EDIT, run `pnpm generate`.

/**
 * Action that the widget reported.
 * Repeats the end of the event name, because several backends can search event attributes but not event names.
 * @experimental
 */
export const ATTR_SHOPPING_CHAT_ACTION = 'shopping_chat.action' as const;

/** The shopper clicked a trigger. */
export const SHOPPING_CHAT_ACTION_VALUE_TRIGGER_CLICKED = 'trigger_clicked' as const;

/** The chat closed in a way that no other event describes. */
export const SHOPPING_CHAT_ACTION_VALUE_CHAT_CLOSED = 'chat_closed' as const;

/** The shopper dismissed the minimized badge. */
export const SHOPPING_CHAT_ACTION_VALUE_CLOSE_CHAT_FROM_MINIMIZED = 'close_chat_from_minimized' as const;

/** The shopper closed the open chat on a mobile device. */
export const SHOPPING_CHAT_ACTION_VALUE_CLOSE_CHAT_FROM_OPEN_ON_MOBILE = 'close_chat_from_open_on_mobile' as const;

/** The shopper opened the chat from the message bubble. */
export const SHOPPING_CHAT_ACTION_VALUE_EXPAND_FROM_BUBBLE = 'expand_from_bubble' as const;

/** The shopper opened the chat from the minimized badge. */
export const SHOPPING_CHAT_ACTION_VALUE_EXPAND_FROM_MINIMIZED = 'expand_from_minimized' as const;

/** The chat opened because of a trigger. */
export const SHOPPING_CHAT_ACTION_VALUE_EXPAND_FROM_TRIGGER = 'expand_from_trigger' as const;

/** The shopper minimized the open chat. */
export const SHOPPING_CHAT_ACTION_VALUE_MINIMIZE_FROM_OPEN = 'minimize_from_open' as const;

/** The shopper resized the widget. */
export const SHOPPING_CHAT_ACTION_VALUE_CHANGE_SIZE = 'change_size' as const;

/** The shopper dismissed the message bubble. */
export const SHOPPING_CHAT_ACTION_VALUE_CLOSE_BUBBLE = 'close_bubble' as const;

/** The shopper chose an item of the header menu. */
export const SHOPPING_CHAT_ACTION_VALUE_MENU_CLICK = 'menu_click' as const;

/** The shopper sent a message. */
export const SHOPPING_CHAT_ACTION_VALUE_USER_RESPOND = 'user_respond' as const;

/** The shopper asked about one product. */
export const SHOPPING_CHAT_ACTION_VALUE_USER_RESPOND_PRODUCT = 'user_respond_product' as const;

/** The shopper closed the product view inside the chat. */
export const SHOPPING_CHAT_ACTION_VALUE_CLOSE_MINI_PDP = 'close_mini_pdp' as const;

/** The shopper opened the product view inside the chat. */
export const SHOPPING_CHAT_ACTION_VALUE_MINI_PDP_CLICK = 'mini_pdp_click' as const;

/** The shopper chose an item of a product menu. */
export const SHOPPING_CHAT_ACTION_VALUE_PRODUCT_MENU_CLICK = 'product_menu_click' as const;

/** The shopper followed a link in the chat. */
export const SHOPPING_CHAT_ACTION_VALUE_URL_CLICK = 'url_click' as const;

/** The shopper deselected a product. */
export const SHOPPING_CHAT_ACTION_VALUE_PRODUCT_DESELECT = 'product_deselect' as const;

/** The shopper selected a product. */
export const SHOPPING_CHAT_ACTION_VALUE_PRODUCT_SELECT = 'product_select' as const;

/** The shopper dismissed the survey. */
export const SHOPPING_CHAT_ACTION_VALUE_CLOSE_SURVEY = 'close_survey' as const;

/** The shopper submitted the survey. */
export const SHOPPING_CHAT_ACTION_VALUE_SUBMIT_FEEDBACK = 'submit_feedback' as const;

/** The shopper rated a message as bad. */
export const SHOPPING_CHAT_ACTION_VALUE_THUMBS_DOWN = 'thumbs_down' as const;

/** The shopper rated a message as good. */
export const SHOPPING_CHAT_ACTION_VALUE_THUMBS_UP = 'thumbs_up' as const;

/** A chat element became visible. */
export const SHOPPING_CHAT_ACTION_VALUE_SHOW = 'show' as const;

/** A trigger came into the viewport. */
export const SHOPPING_CHAT_ACTION_VALUE_ACTUAL_SHOW = 'actual_show' as const;

/** The chat interface finished rendering. */
export const SHOPPING_CHAT_ACTION_VALUE_BUNDLE_SHOW = 'bundle_show' as const;

/** A browsing session started. */
export const SHOPPING_CHAT_ACTION_VALUE_SESSION_START = 'session_start' as const;

/** The widget caught and handled an error. */
export const SHOPPING_CHAT_ACTION_VALUE_CLARITY_ERROR = 'clarity_error' as const;

/** The widget met a problem that is less severe than an error. */
export const SHOPPING_CHAT_ACTION_VALUE_CLARITY_WARNING = 'clarity_warning' as const;

/**
 * Position of the event in the chat session.
 * Counts 1, 2, 3 … within a chat session, over page loads. Together with the trace id and the span id, it identifies an event permanently.
 * @example 1
 * @example 2
 * @example 3
 * @experimental
 */
export const ATTR_SHOPPING_CHAT_EVENT_SEQ = 'shopping_chat.event.seq' as const;

/**
 * Sub-type of the event.
 * @example "bundle_show"
 * @experimental
 */
export const ATTR_SHOPPING_CHAT_EVENT_SUB_TYPE = 'shopping_chat.event.sub_type' as const;

/**
 * Chat session that this belongs to.
 * 16 random bytes in hexadecimal. It outlives page loads and the roll-over to a new trace.
 * @example "5c1f0d9a6b2e47d0a3f2b8c4e6d71925"
 * @experimental
 */
export const ATTR_SHOPPING_CHAT_SESSION_ID = 'shopping_chat.session.id' as const;

/**
 * Why the chat session continued in a new trace.
 * @experimental
 */
export const ATTR_SHOPPING_CHAT_SESSION_ROLLOVER_REASON = 'shopping_chat.session.rollover_reason' as const;

/** No event for the idle limit. */
export const SHOPPING_CHAT_SESSION_ROLLOVER_REASON_VALUE_IDLE = 'idle' as const;

/** The trace reached its age limit. */
export const SHOPPING_CHAT_SESSION_ROLLOVER_REASON_VALUE_AGE = 'age' as const;

/** The trace reached its span limit. */
export const SHOPPING_CHAT_SESSION_ROLLOVER_REASON_VALUE_SPAN_COUNT = 'span_count' as const;

/** The chat backend started another conversation. */
export const SHOPPING_CHAT_SESSION_ROLLOVER_REASON_VALUE_CONVERSATION_CHANGED = 'conversation_changed' as const;

/** The sampling decision changed. */
export const SHOPPING_CHAT_SESSION_ROLLOVER_REASON_VALUE_SAMPLING_CHANGED = 'sampling_changed' as const;

/**
 * Why the activity ended.
 * @experimental
 */
export const ATTR_SHOPPING_CHAT_ACTIVITY_END_REASON = 'shopping_chat.activity.end_reason' as const;

/** The widget was closed. */
export const SHOPPING_CHAT_ACTIVITY_END_REASON_VALUE_CLOSED = 'closed' as const;

/** The widget was minimized. */
export const SHOPPING_CHAT_ACTIVITY_END_REASON_VALUE_MINIMIZED = 'minimized' as const;

/** The page was hidden or left. */
export const SHOPPING_CHAT_ACTIVITY_END_REASON_VALUE_HIDDEN = 'hidden' as const;

/** No event for the idle limit. */
export const SHOPPING_CHAT_ACTIVITY_END_REASON_VALUE_IDLE = 'idle' as const;

/** The span reached its event limit. */
export const SHOPPING_CHAT_ACTIVITY_END_REASON_VALUE_EVENT_LIMIT = 'event_limit' as const;

/** The data that the page still had to send reached its size limit. */
export const SHOPPING_CHAT_ACTIVITY_END_REASON_VALUE_SIZE_LIMIT = 'size_limit' as const;

/** The span reached its duration limit. */
export const SHOPPING_CHAT_ACTIVITY_END_REASON_VALUE_DURATION_LIMIT = 'duration_limit' as const;

/** The instrumentation was disabled. */
export const SHOPPING_CHAT_ACTIVITY_END_REASON_VALUE_DISABLED = 'disabled' as const;

/** The chat session continued in a new trace. */
export const SHOPPING_CHAT_ACTIVITY_END_REASON_VALUE_ROLLOVER = 'rollover' as const;

/** The page requested a flush. */
export const SHOPPING_CHAT_ACTIVITY_END_REASON_VALUE_FLUSHED = 'flushed' as const;

/**
 * Number of interaction events on the activity.
 * @example 7
 * @experimental
 */
export const ATTR_SHOPPING_CHAT_ACTIVITY_EVENT_COUNT = 'shopping_chat.activity.event_count' as const;

/**
 * Actions of the interaction events on the activity.
 * Each action once, in the order in which it first occurred. An action that is not in this registry is `unknown_action`, so that there are few values.
 * @example ["expand_from_trigger","url_click","minimize_from_open"]
 * @experimental
 */
export const ATTR_SHOPPING_CHAT_ACTIVITY_ACTIONS = 'shopping_chat.activity.actions' as const;

/**
 * Number of messages that the shopper rated as good during the activity.
 * Absent when there is none.
 * @example 1
 * @experimental
 */
export const ATTR_SHOPPING_CHAT_ACTIVITY_THUMBS_UP_COUNT = 'shopping_chat.activity.thumbs_up_count' as const;

/**
 * Number of messages that the shopper rated as bad during the activity.
 * Absent when there is none.
 * @example 1
 * @experimental
 */
export const ATTR_SHOPPING_CHAT_ACTIVITY_THUMBS_DOWN_COUNT = 'shopping_chat.activity.thumbs_down_count' as const;

/**
 * Number of clicks that led to a product during the activity.
 * Counts `url_click` and `mini_pdp_click` events that name a product. Absent when there is none.
 * @example 2
 * @experimental
 */
export const ATTR_SHOPPING_CHAT_ACTIVITY_PRODUCT_CLICK_COUNT = 'shopping_chat.activity.product_click_count' as const;

/**
 * Products that the shopper clicked during the activity.
 * Each product once. A catalogue has many products, so do not make a metric's dimension of it.
 * @example ["431374","531284"]
 * @experimental
 */
export const ATTR_SHOPPING_CHAT_ACTIVITY_CLICKED_PRODUCT_IDS = 'shopping_chat.activity.clicked_product_ids' as const;

/**
 * Kind of page that the chat is on.
 * Given by the team that runs the shop. Use few values, and never a name or an address.
 * @example "home"
 * @example "category"
 * @example "product"
 * @example "search"
 * @example "cart"
 * @example "checkout"
 * @experimental
 */
export const ATTR_SHOPPING_CHAT_PAGE_TYPE = 'shopping_chat.page.type' as const;

/**
 * When the browsing session started, in milliseconds since the Unix epoch.
 * @example 1759516868154
 * @experimental
 */
export const ATTR_SHOPPING_CHAT_BROWSING_SESSION_START_MILLIS = 'shopping_chat.browsing_session.start_millis' as const;

/**
 * Why the turn ended.
 * @experimental
 */
export const ATTR_SHOPPING_CHAT_TURN_END_REASON = 'shopping_chat.turn.end_reason' as const;

/** The whole answer arrived. */
export const SHOPPING_CHAT_TURN_END_REASON_VALUE_ANSWERED = 'answered' as const;

/** The request or the answer failed. */
export const SHOPPING_CHAT_TURN_END_REASON_VALUE_FAILED = 'failed' as const;

/** The shopper closed the chat, cleared it or left the page. */
export const SHOPPING_CHAT_TURN_END_REASON_VALUE_ABANDONED = 'abandoned' as const;

/** The shopper sent the next message first. */
export const SHOPPING_CHAT_TURN_END_REASON_VALUE_SUPERSEDED = 'superseded' as const;

/** No answer within the time limit. */
export const SHOPPING_CHAT_TURN_END_REASON_VALUE_TIMEOUT = 'timeout' as const;

/**
 * Seconds from the start of the turn to the first byte of the answer.
 * @example 0.42
 * @experimental
 */
export const ATTR_SHOPPING_CHAT_TURN_TIME_TO_FIRST_BYTE = 'shopping_chat.turn.time_to_first_byte' as const;

/**
 * Number of requests to the chat backend during the turn.
 * @example 1
 * @experimental
 */
export const ATTR_SHOPPING_CHAT_TURN_REQUEST_COUNT = 'shopping_chat.turn.request_count' as const;

/**
 * Position of the turn in the chat session.
 * Counts 1, 2, 3 … within a chat session, over page loads.
 * @example 1
 * @example 2
 * @example 3
 * @experimental
 */
export const ATTR_SHOPPING_CHAT_TURN_SEQ = 'shopping_chat.turn.seq' as const;

/**
 * Span id of the turn whose answer is rated.
 * @example "b7ad6b7169203331"
 * @experimental
 */
export const ATTR_SHOPPING_CHAT_TURN_SPAN_ID = 'shopping_chat.turn.span_id' as const;

/**
 * Kind of trigger that was clicked.
 * @experimental
 */
export const ATTR_SHOPPING_CHAT_TRIGGER_COMPONENT = 'shopping_chat.trigger.component' as const;

/** Embedded in a product detail page. */
export const SHOPPING_CHAT_TRIGGER_COMPONENT_VALUE_PDP_EMBEDDED = 'PDP_EMBEDDED' as const;

/** Embedded in a product list page. */
export const SHOPPING_CHAT_TRIGGER_COMPONENT_VALUE_PLP_EMBEDDED = 'PLP_EMBEDDED' as const;

/** Banner on a product list page. */
export const SHOPPING_CHAT_TRIGGER_COMPONENT_VALUE_PLP_BANNER = 'PLP_BANNER' as const;

/** Suggestion in the search box. */
export const SHOPPING_CHAT_TRIGGER_COMPONENT_VALUE_SEARCH_SUGGESTION = 'SEARCH_SUGGESTION' as const;

/** Button that floats above the page. */
export const SHOPPING_CHAT_TRIGGER_COMPONENT_VALUE_FLOATING_TRIGGER = 'FLOATING_TRIGGER' as const;

/**
 * Template of the trigger, with its version.
 * @example "PDP_EMBEDDED_v1"
 * @example "FLOATING_TRIGGER_v1"
 * @experimental
 */
export const ATTR_SHOPPING_CHAT_TRIGGER_TEMPLATE = 'shopping_chat.trigger.template' as const;

/**
 * Banner name of the trigger.
 * @example "Clarity-PDP-Embedded"
 * @experimental
 */
export const ATTR_SHOPPING_CHAT_TRIGGER_NAME = 'shopping_chat.trigger.name' as const;

/**
 * Products that the trigger found on the page.
 * @example ["431374","531284"]
 * @experimental
 */
export const ATTR_SHOPPING_CHAT_TRIGGER_PRODUCT_IDS = 'shopping_chat.trigger.product_ids' as const;

/**
 * Conversation starters that the trigger showed.
 * @example ["What is it made of?","Does it run small?"]
 * @experimental
 */
export const ATTR_SHOPPING_CHAT_TRIGGER_STARTER_TEXTS = 'shopping_chat.trigger.starter.texts' as const;

/**
 * Conversation starter that was clicked.
 * @example "What is it made of?"
 * @experimental
 */
export const ATTR_SHOPPING_CHAT_TRIGGER_STARTER_TEXT = 'shopping_chat.trigger.starter.text' as const;

/**
 * Whether AI wrote the conversation starter that was clicked.
 * @example true
 * @experimental
 */
export const ATTR_SHOPPING_CHAT_TRIGGER_STARTER_CLICKED_IS_GENERATED = 'shopping_chat.trigger.starter.clicked_is_generated' as const;

/**
 * Whether AI wrote the conversation starters that were shown.
 * @example true
 * @experimental
 */
export const ATTR_SHOPPING_CHAT_TRIGGER_STARTER_SET_IS_GENERATED = 'shopping_chat.trigger.starter.set_is_generated' as const;

/**
 * State of the widget at or after the event.
 * @experimental
 */
export const ATTR_SHOPPING_CHAT_WIDGET_STATE = 'shopping_chat.widget.state' as const;

/** Only the badge is shown. */
export const SHOPPING_CHAT_WIDGET_STATE_VALUE_MINIMIZED = 'minimized' as const;

/** Only the message bubble is shown. */
export const SHOPPING_CHAT_WIDGET_STATE_VALUE_BUBBLE = 'bubble' as const;

/** The chat is open. */
export const SHOPPING_CHAT_WIDGET_STATE_VALUE_OPEN = 'open' as const;

/** No widget is shown. */
export const SHOPPING_CHAT_WIDGET_STATE_VALUE_NONE = 'none' as const;

/**
 * State of the widget before the event.
 * @experimental
 */
export const ATTR_SHOPPING_CHAT_WIDGET_PREVIOUS_STATE = 'shopping_chat.widget.previous_state' as const;

/** Only the badge is shown. */
export const SHOPPING_CHAT_WIDGET_PREVIOUS_STATE_VALUE_MINIMIZED = 'minimized' as const;

/** Only the message bubble is shown. */
export const SHOPPING_CHAT_WIDGET_PREVIOUS_STATE_VALUE_BUBBLE = 'bubble' as const;

/** The chat is open. */
export const SHOPPING_CHAT_WIDGET_PREVIOUS_STATE_VALUE_OPEN = 'open' as const;

/**
 * Size of the widget at or after the event.
 * @experimental
 */
export const ATTR_SHOPPING_CHAT_WIDGET_SIZE = 'shopping_chat.widget.size' as const;

/** Large window. */
export const SHOPPING_CHAT_WIDGET_SIZE_VALUE_LARGE = 'large' as const;

/** Small window. */
export const SHOPPING_CHAT_WIDGET_SIZE_VALUE_SMALL = 'small' as const;

/** Half of the screen. */
export const SHOPPING_CHAT_WIDGET_SIZE_VALUE_HALF_SCREEN = 'half_screen' as const;

/** The whole screen. */
export const SHOPPING_CHAT_WIDGET_SIZE_VALUE_FULL_SCREEN = 'full_screen' as const;

/**
 * Size of the widget before the event.
 * @experimental
 */
export const ATTR_SHOPPING_CHAT_WIDGET_PREVIOUS_SIZE = 'shopping_chat.widget.previous_size' as const;

/** Large window. */
export const SHOPPING_CHAT_WIDGET_PREVIOUS_SIZE_VALUE_LARGE = 'large' as const;

/** Small window. */
export const SHOPPING_CHAT_WIDGET_PREVIOUS_SIZE_VALUE_SMALL = 'small' as const;

/** Half of the screen. */
export const SHOPPING_CHAT_WIDGET_PREVIOUS_SIZE_VALUE_HALF_SCREEN = 'half_screen' as const;

/** The whole screen. */
export const SHOPPING_CHAT_WIDGET_PREVIOUS_SIZE_VALUE_FULL_SCREEN = 'full_screen' as const;

/**
 * State of the conversation.
 * @experimental
 */
export const ATTR_SHOPPING_CHAT_CONVERSATION_STATE = 'shopping_chat.conversation.state' as const;

/** The first message is shown. */
export const SHOPPING_CHAT_CONVERSATION_STATE_VALUE_INITIAL_MESSAGE = 'initial_message' as const;

/** The welcome message is shown. */
export const SHOPPING_CHAT_CONVERSATION_STATE_VALUE_WELCOME_MESSAGE = 'welcome_message' as const;

/** The home screen is shown. */
export const SHOPPING_CHAT_CONVERSATION_STATE_VALUE_HOME_SCREEN = 'home_screen' as const;

/** Messages have been exchanged. */
export const SHOPPING_CHAT_CONVERSATION_STATE_VALUE_CONVERSATION = 'conversation' as const;

/** The conversation is idle. */
export const SHOPPING_CHAT_CONVERSATION_STATE_VALUE_IDLE = 'idle' as const;

/** There is no conversation. */
export const SHOPPING_CHAT_CONVERSATION_STATE_VALUE_NONE = 'none' as const;

/**
 * Configuration of the widget, as a JSON text.
 * Large, and the same on nearly every event, so it is captured only on request: once per span, and again on an event only when it differs.
 * @example "{\"locale\":\"en-US\"}"
 * @experimental
 */
export const ATTR_SHOPPING_CHAT_CONFIG = 'shopping_chat.config' as const;

/**
 * Label of the menu item that was chosen.
 * @example "Clear Chat"
 * @example "find similar"
 * @experimental
 */
export const ATTR_SHOPPING_CHAT_MENU_ITEM_LABEL = 'shopping_chat.menu.item_label' as const;

/**
 * Part of the chat that the product menu belongs to.
 * @experimental
 */
export const ATTR_SHOPPING_CHAT_MENU_SOURCE = 'shopping_chat.menu.source' as const;

/** A product card. */
export const SHOPPING_CHAT_MENU_SOURCE_VALUE_PRODUCT_CARD = 'product_card' as const;

/** A carousel of products. */
export const SHOPPING_CHAT_MENU_SOURCE_VALUE_CAROUSEL = 'carousel' as const;

/** The product view inside the chat. */
export const SHOPPING_CHAT_MENU_SOURCE_VALUE_MINI_PDP = 'mini_pdp' as const;

/**
 * Part of the chat that the link belongs to.
 * @experimental
 */
export const ATTR_SHOPPING_CHAT_LINK_TYPE = 'shopping_chat.link.type' as const;

/** A product card. */
export const SHOPPING_CHAT_LINK_TYPE_VALUE_PRODUCT_CARD = 'product_card' as const;

/** A link in a text. */
export const SHOPPING_CHAT_LINK_TYPE_VALUE_TEXT_URL = 'text_url' as const;

/** The link of the product view inside the chat. */
export const SHOPPING_CHAT_LINK_TYPE_VALUE_MINI_PDP_PRODUCT = 'mini_pdp_product' as const;

/** An item of a product menu. */
export const SHOPPING_CHAT_LINK_TYPE_VALUE_PRODUCT_MENU = 'product_menu' as const;

/**
 * Visible text of the link.
 * @example "Regular Fit Jacket"
 * @experimental
 */
export const ATTR_SHOPPING_CHAT_LINK_TEXT = 'shopping_chat.link.text' as const;

/**
 * How the shopper made the message.
 * @experimental
 */
export const ATTR_SHOPPING_CHAT_MESSAGE_INPUT_TYPE = 'shopping_chat.message.input_type' as const;

/** Typed. */
export const SHOPPING_CHAT_MESSAGE_INPUT_TYPE_VALUE_TEXT = 'text' as const;

/** A suggestion button. */
export const SHOPPING_CHAT_MESSAGE_INPUT_TYPE_VALUE_SUGGESTION_BUTTON = 'suggestion_button' as const;

/** A quick reply. */
export const SHOPPING_CHAT_MESSAGE_INPUT_TYPE_VALUE_QUICK_REPLY = 'quick_reply' as const;

/** A button of a trigger. */
export const SHOPPING_CHAT_MESSAGE_INPUT_TYPE_VALUE_TRIGGER_BUTTON = 'trigger_button' as const;

/** Spoken. */
export const SHOPPING_CHAT_MESSAGE_INPUT_TYPE_VALUE_VOICE = 'voice' as const;

/** An item of a product menu. */
export const SHOPPING_CHAT_MESSAGE_INPUT_TYPE_VALUE_PRODUCT_MENU = 'product_menu' as const;

/**
 * Text of the message, or of the button that stands for it.
 * @example "Does it run small?"
 * @experimental
 */
export const ATTR_SHOPPING_CHAT_MESSAGE_TEXT = 'shopping_chat.message.text' as const;

/**
 * Length of the message text in UTF-16 code units.
 * @example 18
 * @experimental
 */
export const ATTR_SHOPPING_CHAT_MESSAGE_LENGTH = 'shopping_chat.message.length' as const;

/**
 * Action that the message's button starts.
 * @example "find_similar_or_compatible_products"
 * @experimental
 */
export const ATTR_SHOPPING_CHAT_MESSAGE_TARGET = 'shopping_chat.message.target' as const;

/**
 * Products selected at this moment.
 * @example ["431374","531284"]
 * @experimental
 */
export const ATTR_SHOPPING_CHAT_SELECTION_PRODUCT_IDS = 'shopping_chat.selection.product_ids' as const;

/**
 * Product that the event is about.
 * @example "431374"
 * @experimental
 */
export const ATTR_SHOPPING_CHAT_PRODUCT_ID = 'shopping_chat.product.id' as const;

/**
 * Category of the product.
 * @example "outerwear"
 * @experimental
 */
export const ATTR_SHOPPING_CHAT_PRODUCT_CATEGORY = 'shopping_chat.product.category' as const;

/**
 * Suggestion buttons that appeared with the event.
 * @example ["Compare","Show cheaper ones"]
 * @experimental
 */
export const ATTR_SHOPPING_CHAT_SUGGESTION_LABELS = 'shopping_chat.suggestion.labels' as const;

/**
 * Rating that the shopper gave, from 1 to 5.
 * @example 4
 * @experimental
 */
export const ATTR_SHOPPING_CHAT_FEEDBACK_RATING = 'shopping_chat.feedback.rating' as const;

/**
 * What the shopper wrote about the rating.
 * @example "Quick and helpful."
 * @experimental
 */
export const ATTR_SHOPPING_CHAT_FEEDBACK_TEXT = 'shopping_chat.feedback.text' as const;

/**
 * Length of the feedback text in UTF-16 code units.
 * @example 18
 * @experimental
 */
export const ATTR_SHOPPING_CHAT_FEEDBACK_LENGTH = 'shopping_chat.feedback.length' as const;

/**
 * Message that was rated.
 * @example "This jacket is made of recycled wool."
 * @experimental
 */
export const ATTR_SHOPPING_CHAT_FEEDBACK_TARGET_TEXT = 'shopping_chat.feedback.target.text' as const;

/**
 * Length of the rated message in UTF-16 code units.
 * @example 37
 * @experimental
 */
export const ATTR_SHOPPING_CHAT_FEEDBACK_TARGET_LENGTH = 'shopping_chat.feedback.target.length' as const;

/**
 * Products that the rated message was about.
 * @example ["431374","531284"]
 * @experimental
 */
export const ATTR_SHOPPING_CHAT_FEEDBACK_TARGET_PRODUCT_IDS = 'shopping_chat.feedback.target.product_ids' as const;

/**
 * Experiment that the shopper is part of.
 * The vendor does not document the type; a number is recorded as text.
 * @example "starters-2026-11"
 * @experimental
 */
export const ATTR_SHOPPING_CHAT_EXPERIMENT_ID = 'shopping_chat.experiment.id' as const;

/**
 * System that assigned the experiment.
 * The vendor does not document the type; a number is recorded as text.
 * @example "clarity"
 * @experimental
 */
export const ATTR_SHOPPING_CHAT_EXPERIMENT_SOURCE = 'shopping_chat.experiment.source' as const;

/**
 * Rank of the shopper in the experiment.
 * The vendor does not document the type; a number is recorded as text.
 * @example "12"
 * @experimental
 */
export const ATTR_SHOPPING_CHAT_EXPERIMENT_RANK = 'shopping_chat.experiment.rank' as const;

/**
 * Rank that decides whether the shopper enters the experiment.
 * The vendor does not document the type; a number is recorded as text.
 * @example "37"
 * @experimental
 */
export const ATTR_SHOPPING_CHAT_EXPERIMENT_THROTTLE_RANK = 'shopping_chat.experiment.throttle_rank' as const;

/**
 * Variant that the shopper was given.
 * The vendor does not document the type; a number is recorded as text.
 * @example "b"
 * @experimental
 */
export const ATTR_SHOPPING_CHAT_EXPERIMENT_VARIANT_ID = 'shopping_chat.experiment.variant.id' as const;

/**
 * Name of the variant that the shopper was given.
 * The vendor does not document the type; a number is recorded as text.
 * @example "Starters above the fold"
 * @experimental
 */
export const ATTR_SHOPPING_CHAT_EXPERIMENT_VARIANT_NAME = 'shopping_chat.experiment.variant.name' as const;

/**
 * Where the error occurred.
 * @experimental
 */
export const ATTR_SHOPPING_CHAT_ERROR_LOCATION = 'shopping_chat.error.location' as const;

/** The page, while the chat closed. */
export const SHOPPING_CHAT_ERROR_LOCATION_VALUE_FE_CHAT_CLOSE = 'FE:chat_close' as const;

/** The page, while the shopper was active. */
export const SHOPPING_CHAT_ERROR_LOCATION_VALUE_FE_USER_ACTIVE = 'FE:user_active' as const;

/** The page, while the shopper was passive. */
export const SHOPPING_CHAT_ERROR_LOCATION_VALUE_FE_USER_PASSIVE = 'FE:user_passive' as const;

/** The chat backend. */
export const SHOPPING_CHAT_ERROR_LOCATION_VALUE_BACK_END = 'Back_end' as const;

/** The widget's error boundary: a critical error stopped the chat. */
export const SHOPPING_CHAT_ERROR_LOCATION_VALUE_FE_APP_ERROR_BOUNDARY = 'FE:app_error_boundary' as const;

/**
 * Message of the error.
 * @example "Product ids are not strings."
 * @experimental
 */
export const ATTR_SHOPPING_CHAT_ERROR_TEXT = 'shopping_chat.error.text' as const;

/**
 * Length of the error message in UTF-16 code units.
 * @example 28
 * @experimental
 */
export const ATTR_SHOPPING_CHAT_ERROR_LENGTH = 'shopping_chat.error.length' as const;

/**
 * Milliseconds until the backend failed.
 * @example 1240
 * @experimental
 */
export const ATTR_SHOPPING_CHAT_ERROR_LATENCY_MILLIS = 'shopping_chat.error.latency_millis' as const;

/**
 * Kind of warning.
 * The vendor does not list the values; the example is ours.
 * @example "misconfiguration"
 * @experimental
 */
export const ATTR_SHOPPING_CHAT_WARNING_TYPE = 'shopping_chat.warning.type' as const;

/**
 * Session of the visitor, as the page counts sessions.
 * @example "00112233-4455-6677-8899-aabbccddeeff"
 * @experimental
 */
export const ATTR_SESSION_ID = 'session.id' as const;

/**
 * URL that the event leads to, without user info; the query is removed unless it is allowed.
 * @example "https://www.example.com/products/61215"
 */
export const ATTR_URL_FULL = 'url.full' as const;

/**
 * URL of the page, without user info; the query is removed unless it is allowed.
 * @example "https://www.example.com/products/61215"
 * @experimental
 */
export const ATTR_BROWSER_DOCUMENT_URL_FULL = 'browser.document.url.full' as const;

/**
 * Condition that the widget met, such as product ids that are empty or invalid.
 * @example "timeout"
 */
export const ATTR_ERROR_TYPE = 'error.type' as const;

/**
 * Service that recorded the span.
 * @example "shop"
 */
export const ATTR_SERVICE_NAME = 'service.name' as const;

/**
 * Conversation, as the chat backend names it.
 * @example "conv_5j66UpCpwteGg4YSxUnt7lPY"
 * @experimental
 */
export const ATTR_GEN_AI_CONVERSATION_ID = 'gen_ai.conversation.id' as const;

/**
 * Answer of the assistant, as the chat backend names it.
 * @example "chatcmpl-123"
 * @experimental
 */
export const ATTR_GEN_AI_RESPONSE_ID = 'gen_ai.response.id' as const;

/**
 * How the shopper rated.
 * @experimental
 */
export const ATTR_GEN_AI_EVALUATION_NAME = 'gen_ai.evaluation.name' as const;

/** A thumb up or a thumb down for one message. */
export const GEN_AI_EVALUATION_NAME_VALUE_USER_FEEDBACK = 'user_feedback' as const;

/** A rating from 1 to 5 in the survey. */
export const GEN_AI_EVALUATION_NAME_VALUE_USER_SURVEY = 'user_survey' as const;

/**
 * Which thumb the shopper chose.
 * @experimental
 */
export const ATTR_GEN_AI_EVALUATION_SCORE_LABEL = 'gen_ai.evaluation.score.label' as const;

/** The shopper rated the message as good. */
export const GEN_AI_EVALUATION_SCORE_LABEL_VALUE_THUMBS_UP = 'thumbs_up' as const;

/** The shopper rated the message as bad. */
export const GEN_AI_EVALUATION_SCORE_LABEL_VALUE_THUMBS_DOWN = 'thumbs_down' as const;

/**
 * 1 for a thumb up, 0 for a thumb down, 1 to 5 for the survey.
 * @example 1
 * @experimental
 */
export const ATTR_GEN_AI_EVALUATION_SCORE_VALUE = 'gen_ai.evaluation.score.value' as const;
