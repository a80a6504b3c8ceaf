// Generated from registry/*.yaml. DO NOT EDIT, run `pnpm generate`.

/** Attributes that any payload may carry. */
export interface CommonPayload {
  /** Experiment that the shopper is part of. When the shopper is part of an experiment. */
  experiment_id?: string | undefined;
  /** System that assigned the experiment. When the shopper is part of an experiment. */
  experiment_source?: string | undefined;
  /** Rank of the shopper in the experiment. When the shopper is part of an experiment. */
  global_rank?: string | undefined;
  /** Rank that decides whether the shopper enters the experiment. When the shopper is part of an experiment. */
  throttle_rank?: string | undefined;
  /** Variant that the shopper was given. When the shopper is part of an experiment. */
  global_variant_id?: string | undefined;
  /** Name of the variant that the shopper was given. When the shopper is part of an experiment. */
  global_variant_name?: string | undefined;
}

/** The shopper clicked a trigger. */
export interface TriggerClickedPayload extends CommonPayload {
  /** Action that the widget reported. */
  action: 'trigger_clicked';
  /** Kind of trigger that was clicked. */
  component?: 'PDP_EMBEDDED' | 'PLP_EMBEDDED' | 'PLP_BANNER' | 'SEARCH_SUGGESTION' | 'FLOATING_TRIGGER' | (string & {}) | undefined;
  /** Template of the trigger, with its version. */
  component_template?: string | undefined;
  /** Products that the trigger found on the page. */
  trigger_context_product_ids?: readonly string[] | undefined;
  /** Conversation starters that the trigger showed. */
  trigger_conversation_starters_list?: readonly string[] | undefined;
  /** Conversation starter that was clicked. When a conversation starter was clicked. */
  suggested_question_text?: string | undefined;
  /** Whether AI wrote the conversation starter that was clicked. When a conversation starter was clicked. */
  trigger_conversation_starter_clicked_is_generated?: boolean | undefined;
  /** Whether AI wrote the conversation starters that were shown. When the trigger is embedded in a product detail page. */
  trigger_conversation_starters_is_generated?: boolean | undefined;
  /** State of the widget at or after the event. */
  chat_widget_state?: 'minimized' | 'bubble' | 'open' | 'none' | (string & {}) | undefined;
  /** Size of the widget at or after the event. When the chat is open. */
  chat_widget_size?: 'large' | 'small' | 'half_screen' | 'full_screen' | (string & {}) | undefined;
  /** State of the conversation. */
  conversation_state?: 'initial_message' | 'welcome_message' | 'home_screen' | 'conversation' | 'idle' | 'none' | (string & {}) | undefined;
  /** Configuration of the widget, as a JSON text. */
  chat_config?: string | undefined;
}

/**
 * The chat closed in a way that no other event describes.
 * Rare in normal use: closing by the page itself, and edge cases.
 */
export interface ChatClosedPayload extends CommonPayload {
  /** Action that the widget reported. */
  action: 'chat_closed';
  /** State of the widget before the event. */
  chat_widget_state?: 'minimized' | 'bubble' | 'open' | (string & {}) | undefined;
  /** State of the conversation. */
  conversation_state?: 'initial_message' | 'welcome_message' | 'home_screen' | 'conversation' | 'idle' | (string & {}) | undefined;
  /** Configuration of the widget, as a JSON text. */
  chat_config?: string | undefined;
}

/** The shopper dismissed the minimized badge. */
export interface CloseChatFromMinimizedPayload extends CommonPayload {
  /** Action that the widget reported. */
  action: 'close_chat_from_minimized';
  /** State of the widget before the event. */
  chat_widget_state?: 'minimized' | (string & {}) | undefined;
  /** State of the conversation. */
  conversation_state?: 'initial_message' | 'welcome_message' | 'home_screen' | 'conversation' | 'idle' | (string & {}) | undefined;
  /** Configuration of the widget, as a JSON text. */
  chat_config?: string | undefined;
}

/** The shopper closed the open chat on a mobile device. */
export interface CloseChatFromOpenOnMobilePayload extends CommonPayload {
  /** Action that the widget reported. */
  action: 'close_chat_from_open_on_mobile';
  /** State of the widget before the event. */
  chat_widget_state?: 'open' | (string & {}) | undefined;
  /** Size of the widget at or after the event. */
  chat_widget_size?: 'half_screen' | 'full_screen' | (string & {}) | undefined;
  /** State of the conversation. */
  conversation_state?: 'initial_message' | 'welcome_message' | 'home_screen' | 'conversation' | 'idle' | (string & {}) | undefined;
  /** Configuration of the widget, as a JSON text. */
  chat_config?: string | undefined;
}

/** The shopper opened the chat from the message bubble. */
export interface ExpandFromBubblePayload extends CommonPayload {
  /** Action that the widget reported. */
  action: 'expand_from_bubble';
  /** State of the widget at or after the event. */
  chat_widget_state?: 'open' | (string & {}) | undefined;
  /** Size of the widget at or after the event. */
  chat_widget_size?: 'large' | 'small' | 'half_screen' | 'full_screen' | (string & {}) | undefined;
  /** State of the conversation. */
  conversation_state?: 'initial_message' | 'welcome_message' | 'home_screen' | 'conversation' | 'idle' | (string & {}) | undefined;
  /** Configuration of the widget, as a JSON text. */
  chat_config?: string | undefined;
}

/** The shopper opened the chat from the minimized badge. */
export interface ExpandFromMinimizedPayload extends CommonPayload {
  /** Action that the widget reported. */
  action: 'expand_from_minimized';
  /** State of the widget at or after the event. */
  chat_widget_state?: 'open' | (string & {}) | undefined;
  /** Size of the widget at or after the event. */
  chat_widget_size?: 'large' | 'small' | 'half_screen' | 'full_screen' | (string & {}) | undefined;
  /** State of the conversation. */
  conversation_state?: 'initial_message' | 'welcome_message' | 'home_screen' | 'conversation' | 'idle' | (string & {}) | undefined;
  /** Configuration of the widget, as a JSON text. */
  chat_config?: string | undefined;
}

/** The chat opened because of a trigger. */
export interface ExpandFromTriggerPayload extends CommonPayload {
  /** Action that the widget reported. */
  action: 'expand_from_trigger';
  /** Banner name of the trigger. */
  chat_opened_from_trigger?: string | undefined;
  /** Conversation starter that was clicked. When a conversation starter was clicked. */
  suggested_button?: string | undefined;
  /** State of the widget at or after the event. */
  chat_widget_state?: 'open' | (string & {}) | undefined;
  /** Size of the widget at or after the event. */
  chat_widget_size?: 'large' | 'small' | 'half_screen' | 'full_screen' | (string & {}) | undefined;
  /** State of the conversation. */
  conversation_state?: 'initial_message' | 'welcome_message' | 'home_screen' | 'conversation' | 'idle' | 'none' | (string & {}) | undefined;
  /** Configuration of the widget, as a JSON text. */
  chat_config?: string | undefined;
}

/** The shopper minimized the open chat. */
export interface MinimizeFromOpenPayload extends CommonPayload {
  /** Action that the widget reported. */
  action: 'minimize_from_open';
  /** State of the widget at or after the event. */
  chat_widget_state?: 'minimized' | (string & {}) | undefined;
  /** Size of the widget before the event. */
  chat_widget_size?: 'large' | 'small' | 'half_screen' | 'full_screen' | (string & {}) | undefined;
  /** State of the conversation. */
  conversation_state?: 'initial_message' | 'welcome_message' | 'home_screen' | 'conversation' | 'idle' | (string & {}) | undefined;
  /** Configuration of the widget, as a JSON text. */
  chat_config?: string | undefined;
}

/** The shopper resized the widget. */
export interface ChangeSizePayload extends CommonPayload {
  /** Action that the widget reported. */
  action: 'change_size';
  /** Size of the widget at or after the event. */
  set_size_to?: 'large' | 'small' | (string & {}) | undefined;
  /** Size of the widget before the event. */
  chat_widget_size?: 'large' | 'small' | 'half_screen' | 'full_screen' | (string & {}) | undefined;
  /** State of the conversation. */
  conversation_state?: 'initial_message' | 'welcome_message' | 'home_screen' | 'conversation' | 'idle' | (string & {}) | undefined;
  /** Configuration of the widget, as a JSON text. */
  chat_config?: string | undefined;
}

/** The shopper dismissed the message bubble. */
export interface CloseBubblePayload extends CommonPayload {
  /** Action that the widget reported. */
  action: 'close_bubble';
  /** State of the widget before the event. */
  chat_widget_state?: 'bubble' | (string & {}) | undefined;
  /** Configuration of the widget, as a JSON text. */
  chat_config?: string | undefined;
}

/** The shopper chose an item of the header menu. */
export interface MenuClickPayload extends CommonPayload {
  /** Action that the widget reported. */
  action: 'menu_click';
  /** Label of the menu item that was chosen. */
  button_content?: string | undefined;
  /** URL that the event leads to, without user info; the query is removed unless it is allowed. When the menu item leads to a URL. */
  url?: string | undefined;
  /** Size of the widget at or after the event. */
  chat_widget_size?: 'large' | 'small' | 'half_screen' | 'full_screen' | (string & {}) | undefined;
  /** State of the conversation. */
  conversation_state?: 'initial_message' | 'welcome_message' | 'home_screen' | 'conversation' | 'idle' | (string & {}) | undefined;
  /** Configuration of the widget, as a JSON text. */
  chat_config?: string | undefined;
}

/** The shopper sent a message. */
export interface UserRespondPayload extends CommonPayload {
  /** Action that the widget reported. */
  action: 'user_respond';
  /** How the shopper made the message. */
  type?: 'text' | 'suggestion_button' | 'quick_reply' | 'trigger_button' | 'voice' | 'product_menu' | (string & {}) | undefined;
  /** Text of the message, or of the button that stands for it. */
  message?: string | undefined;
  /** Action that the message's button starts. When the message is a button and the button has a target. */
  target?: string | undefined;
  /** Products selected at this moment. When products were selected. */
  product_ids?: readonly string[] | undefined;
  /** Banner name of the trigger. When a trigger started the message. */
  clicked_in_trigger?: string | undefined;
  /** Size of the widget at or after the event. */
  chat_widget_size?: 'large' | 'small' | 'half_screen' | 'full_screen' | (string & {}) | undefined;
  /** State of the conversation. */
  conversation_state?: 'initial_message' | 'welcome_message' | 'home_screen' | 'conversation' | 'idle' | (string & {}) | undefined;
  /** Configuration of the widget, as a JSON text. */
  chat_config?: string | undefined;
}

/** The shopper asked about one product. */
export interface UserRespondProductPayload extends CommonPayload {
  /** Action that the widget reported. */
  action: 'user_respond_product';
  /** How the shopper made the message. */
  type?: 'text' | 'suggestion_button' | 'quick_reply' | 'trigger_button' | 'voice' | 'product_menu' | (string & {}) | undefined;
  /** Text of the message, or of the button that stands for it. */
  message?: string | undefined;
  /** Action that the message's button starts. When the message is a button and the button has a target. */
  target?: string | undefined;
  /** Product that the event is about. */
  product_id?: string | undefined;
  /** Category of the product. */
  product_category?: string | undefined;
  /** Banner name of the trigger. When a trigger started the message. */
  clicked_in_trigger?: string | undefined;
  /** Size of the widget at or after the event. */
  chat_widget_size?: 'large' | 'small' | 'half_screen' | 'full_screen' | (string & {}) | undefined;
  /** State of the conversation. */
  conversation_state?: 'initial_message' | 'welcome_message' | 'home_screen' | 'conversation' | 'idle' | (string & {}) | undefined;
  /** Configuration of the widget, as a JSON text. */
  chat_config?: string | undefined;
}

/** The shopper closed the product view inside the chat. */
export interface CloseMiniPdpPayload extends CommonPayload {
  /** Action that the widget reported. */
  action: 'close_mini_pdp';
  /** Product that the event is about. */
  product_id?: string | undefined;
  /** Size of the widget at or after the event. */
  chat_widget_size?: 'large' | 'small' | 'half_screen' | 'full_screen' | (string & {}) | undefined;
  /** State of the conversation. */
  conversation_state?: 'initial_message' | 'welcome_message' | 'home_screen' | 'conversation' | 'idle' | (string & {}) | undefined;
  /** Configuration of the widget, as a JSON text. */
  chat_config?: string | undefined;
}

/** The shopper opened the product view inside the chat. */
export interface MiniPdpClickPayload extends CommonPayload {
  /** Action that the widget reported. */
  action: 'mini_pdp_click';
  /** Product that the event is about. */
  product_id?: string | undefined;
  /** Category of the product. */
  product_category?: string | undefined;
  /** Size of the widget at or after the event. */
  chat_widget_size?: 'large' | 'small' | 'half_screen' | 'full_screen' | (string & {}) | undefined;
  /** State of the conversation. */
  conversation_state?: 'initial_message' | 'welcome_message' | 'home_screen' | 'conversation' | 'idle' | (string & {}) | undefined;
  /** Configuration of the widget, as a JSON text. */
  chat_config?: string | undefined;
}

/** The shopper chose an item of a product menu. */
export interface ProductMenuClickPayload extends CommonPayload {
  /** Action that the widget reported. */
  action: 'product_menu_click';
  /** Label of the menu item that was chosen. */
  button_content?: string | undefined;
  /** Part of the chat that the product menu belongs to. */
  source_type?: 'product_card' | 'carousel' | 'mini_pdp' | (string & {}) | undefined;
  /** Product that the event is about. */
  product_id?: string | undefined;
  /** Category of the product. */
  product_category?: string | undefined;
  /** Size of the widget at or after the event. */
  chat_widget_size?: 'large' | 'small' | 'half_screen' | 'full_screen' | (string & {}) | undefined;
  /** State of the conversation. */
  conversation_state?: 'initial_message' | 'welcome_message' | 'home_screen' | 'conversation' | 'idle' | (string & {}) | undefined;
  /** Configuration of the widget, as a JSON text. */
  chat_config?: string | undefined;
}

/** The shopper followed a link in the chat. */
export interface UrlClickPayload extends CommonPayload {
  /** Action that the widget reported. */
  action: 'url_click';
  /** Part of the chat that the link belongs to. */
  link_type?: 'product_card' | 'text_url' | 'mini_pdp_product' | 'product_menu' | (string & {}) | undefined;
  /** URL that the event leads to, without user info; the query is removed unless it is allowed. */
  url?: string | undefined;
  /** Product that the event is about. When the link belongs to a product card or to the product view inside the chat. */
  product_id?: string | undefined;
  /** Category of the product. */
  product_category?: string | undefined;
  /** Visible text of the link. When the link is in a text. */
  link_text?: string | undefined;
  /** Size of the widget at or after the event. */
  chat_widget_size?: 'large' | 'small' | 'half_screen' | 'full_screen' | (string & {}) | undefined;
  /** State of the conversation. */
  conversation_state?: 'initial_message' | 'welcome_message' | 'home_screen' | 'conversation' | 'idle' | (string & {}) | undefined;
  /** Configuration of the widget, as a JSON text. */
  chat_config?: string | undefined;
}

/** The shopper deselected a product. */
export interface ProductDeselectPayload extends CommonPayload {
  /** Action that the widget reported. */
  action: 'product_deselect';
  /** Product that the event is about. */
  product_id?: string | undefined;
  /** Products selected at this moment. */
  product_ids?: readonly string[] | undefined;
  /** Suggestion buttons that appeared with the event. */
  suggestion_buttons_shown?: readonly string[] | undefined;
  /** Size of the widget at or after the event. */
  chat_widget_size?: 'large' | 'small' | 'half_screen' | 'full_screen' | (string & {}) | undefined;
  /** State of the conversation. */
  conversation_state?: 'initial_message' | 'welcome_message' | 'home_screen' | 'conversation' | 'idle' | (string & {}) | undefined;
  /** Configuration of the widget, as a JSON text. */
  chat_config?: string | undefined;
}

/** The shopper selected a product. */
export interface ProductSelectPayload extends CommonPayload {
  /** Action that the widget reported. */
  action: 'product_select';
  /** Product that the event is about. */
  product_id?: string | undefined;
  /** Products selected at this moment. */
  product_ids?: readonly string[] | undefined;
  /** Suggestion buttons that appeared with the event. */
  suggestion_buttons_shown?: readonly string[] | undefined;
  /** Size of the widget at or after the event. */
  chat_widget_size?: 'large' | 'small' | 'half_screen' | 'full_screen' | (string & {}) | undefined;
  /** State of the conversation. */
  conversation_state?: 'initial_message' | 'welcome_message' | 'home_screen' | 'conversation' | 'idle' | (string & {}) | undefined;
  /** Configuration of the widget, as a JSON text. */
  chat_config?: string | undefined;
}

/** The shopper dismissed the survey. */
export interface CloseSurveyPayload extends CommonPayload {
  /** Action that the widget reported. */
  action: 'close_survey';
}

/** The shopper submitted the survey. */
export interface SubmitFeedbackPayload extends CommonPayload {
  /** Action that the widget reported. */
  action: 'submit_feedback';
  /** Rating that the shopper gave, from 1 to 5. */
  feedback_state?: 1 | 2 | 3 | 4 | 5 | (number & {}) | undefined;
  /** What the shopper wrote about the rating. */
  feedback_message?: string | undefined;
}

/** The shopper rated a message as bad. */
export interface ThumbsDownPayload extends CommonPayload {
  /** Action that the widget reported. */
  action: 'thumbs_down';
  /** What the shopper wrote about the rating. When the shopper wrote something. */
  feedback_message?: string | undefined;
  /** Message that was rated. */
  feedback_target_text?: string | undefined;
  /** Products that the rated message was about. */
  feedback_target_product_ids?: readonly string[] | undefined;
  /** Size of the widget at or after the event. */
  chat_widget_size?: 'large' | 'small' | 'half_screen' | 'full_screen' | (string & {}) | undefined;
  /** State of the conversation. */
  conversation_state?: 'initial_message' | 'welcome_message' | 'home_screen' | 'conversation' | 'idle' | (string & {}) | undefined;
  /** Configuration of the widget, as a JSON text. */
  chat_config?: string | undefined;
}

/** The shopper rated a message as good. */
export interface ThumbsUpPayload extends CommonPayload {
  /** Action that the widget reported. */
  action: 'thumbs_up';
  /** What the shopper wrote about the rating. When the shopper wrote something. */
  feedback_message?: string | undefined;
  /** Message that was rated. */
  feedback_target_text?: string | undefined;
  /** Products that the rated message was about. */
  feedback_target_product_ids?: readonly string[] | undefined;
  /** Size of the widget at or after the event. */
  chat_widget_size?: 'large' | 'small' | 'half_screen' | 'full_screen' | (string & {}) | undefined;
  /** State of the conversation. */
  conversation_state?: 'initial_message' | 'welcome_message' | 'home_screen' | 'conversation' | 'idle' | (string & {}) | undefined;
  /** Configuration of the widget, as a JSON text. */
  chat_config?: string | undefined;
}

/**
 * A chat element became visible.
 * Scrolling can cause it, too. The vendor documents more attributes than are listed here.
 */
export interface ShowPayload extends CommonPayload {
  /** Action that the widget reported. */
  action: 'show';
  /** Kind of trigger that was clicked. */
  component?: 'PDP_EMBEDDED' | 'PLP_EMBEDDED' | 'PLP_BANNER' | 'SEARCH_SUGGESTION' | 'FLOATING_TRIGGER' | (string & {}) | undefined;
  /** Template of the trigger, with its version. */
  component_template?: string | undefined;
}

/**
 * A trigger came into the viewport.
 * Stricter than `shopping_chat.show`.
 */
export interface ActualShowPayload extends CommonPayload {
  /** Action that the widget reported. */
  action: 'actual_show';
  /** Kind of trigger that was clicked. */
  component?: 'PDP_EMBEDDED' | 'PLP_EMBEDDED' | 'PLP_BANNER' | 'SEARCH_SUGGESTION' | 'FLOATING_TRIGGER' | (string & {}) | undefined;
  /** Template of the trigger, with its version. */
  component_template?: string | undefined;
  /** Products that the trigger found on the page. */
  trigger_context_product_ids?: readonly string[] | undefined;
  /** Conversation starters that the trigger showed. */
  trigger_conversation_starters_list?: readonly string[] | undefined;
  /** Whether AI wrote the conversation starters that were shown. */
  trigger_conversation_starters_is_generated?: boolean | undefined;
}

/** The chat interface finished rendering. */
export interface BundleShowPayload extends CommonPayload {
  /** Action that the widget reported. */
  action: 'bundle_show';
  /** Sub-type of the event. */
  type?: 'bundle_show' | (string & {}) | undefined;
  /** Template of the trigger, with its version. */
  component_template?: string | undefined;
}

/**
 * A browsing session started.
 * Once for each browsing session, which is not the chat session. It always carries the experiment.
 */
export interface SessionStartPayload extends CommonPayload {
  /** Action that the widget reported. */
  action: 'session_start';
  /** When the browsing session started, in milliseconds since the Unix epoch. */
  session_start_timestamp?: number | undefined;
}

/**
 * The widget caught and handled an error.
 * The vendor calls these errors recoverable. The chat stops after an error that reached the widget's error boundary.
 */
export interface ClarityErrorPayload extends CommonPayload {
  /** Action that the widget reported. */
  action: 'clarity_error';
  /** Condition that the widget met, such as product ids that are empty or invalid. */
  type?: string | undefined;
  /** Where the error occurred. */
  location?: 'FE:chat_close' | 'FE:user_active' | 'FE:user_passive' | 'Back_end' | 'FE:app_error_boundary' | (string & {}) | undefined;
  /** Message of the error. */
  message?: string | undefined;
  /** Milliseconds until the backend failed. When the backend failed. */
  latency?: number | undefined;
  /** State of the widget at or after the event. When it applies. */
  chat_widget_state?: 'minimized' | 'bubble' | 'open' | (string & {}) | undefined;
  /** Size of the widget at or after the event. When it applies. */
  chat_widget_size?: 'large' | 'small' | 'half_screen' | 'full_screen' | (string & {}) | undefined;
  /** State of the conversation. When it applies. */
  conversation_state?: 'initial_message' | 'welcome_message' | 'home_screen' | 'conversation' | 'idle' | (string & {}) | undefined;
  /** Configuration of the widget, as a JSON text. */
  chat_config?: string | undefined;
}

/**
 * The widget met a problem that is less severe than an error.
 * For instance a misconfiguration. The vendor documents more attributes than are listed here.
 */
export interface ClarityWarningPayload extends CommonPayload {
  /** Action that the widget reported. */
  action: 'clarity_warning';
  /** Kind of warning. */
  type?: string | undefined;
}

/** Each of the vendor's events, by its action. */
export interface VendorPayloads {
  trigger_clicked: TriggerClickedPayload;
  chat_closed: ChatClosedPayload;
  close_chat_from_minimized: CloseChatFromMinimizedPayload;
  close_chat_from_open_on_mobile: CloseChatFromOpenOnMobilePayload;
  expand_from_bubble: ExpandFromBubblePayload;
  expand_from_minimized: ExpandFromMinimizedPayload;
  expand_from_trigger: ExpandFromTriggerPayload;
  minimize_from_open: MinimizeFromOpenPayload;
  change_size: ChangeSizePayload;
  close_bubble: CloseBubblePayload;
  menu_click: MenuClickPayload;
  user_respond: UserRespondPayload;
  user_respond_product: UserRespondProductPayload;
  close_mini_pdp: CloseMiniPdpPayload;
  mini_pdp_click: MiniPdpClickPayload;
  product_menu_click: ProductMenuClickPayload;
  url_click: UrlClickPayload;
  product_deselect: ProductDeselectPayload;
  product_select: ProductSelectPayload;
  close_survey: CloseSurveyPayload;
  submit_feedback: SubmitFeedbackPayload;
  thumbs_down: ThumbsDownPayload;
  thumbs_up: ThumbsUpPayload;
}

/** Events that are recorded only where a team asks for their group, by their action. */
export interface OptInPayloads {
  show: ShowPayload;
  actual_show: ActualShowPayload;
  bundle_show: BundleShowPayload;
  session_start: SessionStartPayload;
  clarity_error: ClarityErrorPayload;
  clarity_warning: ClarityWarningPayload;
}

/** The vendor's names of its events. */
export type VendorAction = keyof VendorPayloads;

/** The payload of any of the vendor's events. */
export type VendorPayload = VendorPayloads[VendorAction];
