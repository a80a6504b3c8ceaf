-- Values of enumerations that the conventions do not have, in the events of a time range. A test holds this list to the registry.
SELECT
  attribute,
  value,
  count() AS events,
  toUnixTimestamp64Milli(min(event_time)) AS first_ms,
  toUnixTimestamp64Milli(max(event_time)) AS last_ms,
  argMax(chat_session_id, event_time) AS example_session
FROM (
  SELECT
    event_time, chat_session_id,
    arrayJoin(arrayFilter(pair -> pair.2 != '', [
      ('shopping_chat.action', if(has(['trigger_clicked', 'chat_closed', 'close_chat_from_minimized', 'close_chat_from_open_on_mobile',
        'expand_from_bubble', 'expand_from_minimized', 'expand_from_trigger', 'minimize_from_open', 'change_size',
        'close_bubble', 'menu_click', 'user_respond', 'user_respond_product', 'close_mini_pdp', 'mini_pdp_click',
        'product_menu_click', 'url_click', 'product_deselect', 'product_select', 'close_survey', 'submit_feedback',
        'thumbs_down', 'thumbs_up', 'show', 'actual_show', 'bundle_show', 'session_start', 'clarity_error',
        'clarity_warning'],
        action), '', toString(action))),
      ('shopping_chat.trigger.component', if(has(['PDP_EMBEDDED', 'PLP_EMBEDDED', 'PLP_BANNER', 'SEARCH_SUGGESTION', 'FLOATING_TRIGGER'],
        trigger_component), '', toString(trigger_component))),
      ('shopping_chat.widget.state', if(has(['minimized', 'bubble', 'open', 'none'],
        widget_state), '', toString(widget_state))),
      ('shopping_chat.widget.previous_state', if(has(['minimized', 'bubble', 'open'],
        widget_previous_state), '', toString(widget_previous_state))),
      ('shopping_chat.widget.size', if(has(['large', 'small', 'half_screen', 'full_screen'],
        widget_size), '', toString(widget_size))),
      ('shopping_chat.widget.previous_size', if(has(['large', 'small', 'half_screen', 'full_screen'],
        widget_previous_size), '', toString(widget_previous_size))),
      ('shopping_chat.conversation.state', if(has(['initial_message', 'welcome_message', 'home_screen', 'conversation', 'idle', 'none'],
        conversation_state), '', toString(conversation_state))),
      ('shopping_chat.menu.source', if(has(['product_card', 'carousel', 'mini_pdp'],
        menu_source), '', toString(menu_source))),
      ('shopping_chat.link.type', if(has(['product_card', 'text_url', 'mini_pdp_product', 'product_menu'],
        link_type), '', toString(link_type))),
      ('shopping_chat.message.input_type', if(has(['text', 'suggestion_button', 'quick_reply', 'trigger_button', 'voice', 'product_menu'],
        message_input_type), '', toString(message_input_type)))
    ])) AS pair, pair.1 AS attribute, pair.2 AS value
  FROM otel.chat_events FINAL
  PREWHERE event_time >= {from:DateTime64(3)} AND event_time < {to:DateTime64(3)}
    AND NOT (
      action IN ('trigger_clicked', 'chat_closed', 'close_chat_from_minimized', 'close_chat_from_open_on_mobile',
        'expand_from_bubble', 'expand_from_minimized', 'expand_from_trigger', 'minimize_from_open', 'change_size',
        'close_bubble', 'menu_click', 'user_respond', 'user_respond_product', 'close_mini_pdp', 'mini_pdp_click',
        'product_menu_click', 'url_click', 'product_deselect', 'product_select', 'close_survey', 'submit_feedback',
        'thumbs_down', 'thumbs_up', 'show', 'actual_show', 'bundle_show', 'session_start', 'clarity_error',
        'clarity_warning', '') AND
      trigger_component IN ('PDP_EMBEDDED', 'PLP_EMBEDDED', 'PLP_BANNER', 'SEARCH_SUGGESTION', 'FLOATING_TRIGGER', '') AND
      widget_state IN ('minimized', 'bubble', 'open', 'none', '') AND
      widget_previous_state IN ('minimized', 'bubble', 'open', '') AND
      widget_size IN ('large', 'small', 'half_screen', 'full_screen', '') AND
      widget_previous_size IN ('large', 'small', 'half_screen', 'full_screen', '') AND
      conversation_state IN ('initial_message', 'welcome_message', 'home_screen', 'conversation', 'idle', 'none', '') AND
      menu_source IN ('product_card', 'carousel', 'mini_pdp', '') AND
      link_type IN ('product_card', 'text_url', 'mini_pdp_product', 'product_menu', '') AND
      message_input_type IN ('text', 'suggestion_button', 'quick_reply', 'trigger_button', 'voice', 'product_menu', '')
    )
)
GROUP BY attribute, value
ORDER BY events DESC, attribute, value
LIMIT 100
SETTINGS do_not_merge_across_partitions_select_final = 1
