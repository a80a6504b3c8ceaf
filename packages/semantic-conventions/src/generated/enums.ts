// Generated from registry/*.yaml. DO NOT EDIT, run `pnpm generate`.

/** Values of `shopping_chat.session.rollover_reason`. Why the chat session continued in a new trace. */
export type SessionRolloverReason = 'idle' | 'age' | 'span_count' | 'conversation_changed' | 'sampling_changed';

/** Values of `shopping_chat.activity.end_reason`. Why the activity ended. */
export type ActivityEndReason = 'closed' | 'minimized' | 'hidden' | 'idle' | 'event_limit' | 'size_limit' | 'duration_limit' | 'disabled' | 'rollover' | 'flushed';

/** Values of `shopping_chat.turn.end_reason`. Why the turn ended. */
export type TurnEndReason = 'answered' | 'failed' | 'abandoned' | 'superseded' | 'timeout';

/** Values of `shopping_chat.trigger.component`. Kind of trigger that was clicked. */
export type TriggerComponent = 'PDP_EMBEDDED' | 'PLP_EMBEDDED' | 'PLP_BANNER' | 'SEARCH_SUGGESTION' | 'FLOATING_TRIGGER';

/** Values of `shopping_chat.widget.state`. State of the widget at or after the event. */
export type WidgetState = 'minimized' | 'bubble' | 'open' | 'none';

/** Values of `shopping_chat.widget.previous_state`. State of the widget before the event. */
export type WidgetPreviousState = 'minimized' | 'bubble' | 'open';

/** Values of `shopping_chat.widget.size`. Size of the widget at or after the event. */
export type WidgetSize = 'large' | 'small' | 'half_screen' | 'full_screen';

/** Values of `shopping_chat.widget.previous_size`. Size of the widget before the event. */
export type WidgetPreviousSize = 'large' | 'small' | 'half_screen' | 'full_screen';

/** Values of `shopping_chat.conversation.state`. State of the conversation. */
export type ConversationState = 'initial_message' | 'welcome_message' | 'home_screen' | 'conversation' | 'idle' | 'none';

/** Values of `shopping_chat.menu.source`. Part of the chat that the product menu belongs to. */
export type MenuSource = 'product_card' | 'carousel' | 'mini_pdp';

/** Values of `shopping_chat.link.type`. Part of the chat that the link belongs to. */
export type LinkType = 'product_card' | 'text_url' | 'mini_pdp_product' | 'product_menu';

/** Values of `shopping_chat.message.input_type`. How the shopper made the message. */
export type MessageInputType = 'text' | 'suggestion_button' | 'quick_reply' | 'trigger_button' | 'voice' | 'product_menu';

/** Values of `shopping_chat.error.location`. Where the error occurred. */
export type ErrorLocation = 'FE:chat_close' | 'FE:user_active' | 'FE:user_passive' | 'Back_end' | 'FE:app_error_boundary';

/** Values of `gen_ai.evaluation.name`. How the shopper rated. */
export type GenAiEvaluationName = 'user_feedback' | 'user_survey';

/** Values of `gen_ai.evaluation.score.label`. Which thumb the shopper chose. */
export type GenAiEvaluationScoreLabel = 'thumbs_up' | 'thumbs_down';
