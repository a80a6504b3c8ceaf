import type { Written } from './attributes.ts';

/** What a shop's engineer would write for the events of opening, closing and resizing. */
export const lifecycle: Written<
  | 'chat_closed'
  | 'close_chat_from_minimized'
  | 'close_chat_from_open_on_mobile'
  | 'expand_from_bubble'
  | 'expand_from_minimized'
  | 'expand_from_trigger'
  | 'minimize_from_open'
  | 'change_size'
  | 'close_bubble'
> = {
  chat_closed: (p, seq) => ({
    'shopping_chat.action': 'chat_closed',
    'shopping_chat.event.seq': seq,
    'shopping_chat.experiment.id': p.experiment_id,
    'shopping_chat.widget.previous_state': p.chat_widget_state,
    'shopping_chat.conversation.state': p.conversation_state,
  }),
  close_chat_from_minimized: (p, seq) => ({
    'shopping_chat.action': 'close_chat_from_minimized',
    'shopping_chat.event.seq': seq,
    'shopping_chat.experiment.id': p.experiment_id,
    'shopping_chat.widget.previous_state': p.chat_widget_state,
    'shopping_chat.conversation.state': p.conversation_state,
  }),
  close_chat_from_open_on_mobile: (p, seq) => ({
    'shopping_chat.action': 'close_chat_from_open_on_mobile',
    'shopping_chat.event.seq': seq,
    'shopping_chat.experiment.id': p.experiment_id,
    'shopping_chat.widget.previous_state': p.chat_widget_state,
    'shopping_chat.widget.size': p.chat_widget_size,
    'shopping_chat.conversation.state': p.conversation_state,
  }),
  expand_from_bubble: (p, seq) => ({
    'shopping_chat.action': 'expand_from_bubble',
    'shopping_chat.event.seq': seq,
    'shopping_chat.experiment.id': p.experiment_id,
    'shopping_chat.widget.state': p.chat_widget_state,
    'shopping_chat.widget.size': p.chat_widget_size,
    'shopping_chat.conversation.state': p.conversation_state,
  }),
  expand_from_minimized: (p, seq) => ({
    'shopping_chat.action': 'expand_from_minimized',
    'shopping_chat.event.seq': seq,
    'shopping_chat.experiment.id': p.experiment_id,
    'shopping_chat.widget.state': p.chat_widget_state,
    'shopping_chat.widget.size': p.chat_widget_size,
    'shopping_chat.conversation.state': p.conversation_state,
  }),
  expand_from_trigger: (p, seq) => ({
    'shopping_chat.action': 'expand_from_trigger',
    'shopping_chat.event.seq': seq,
    'shopping_chat.experiment.id': p.experiment_id,
    'shopping_chat.trigger.name': p.chat_opened_from_trigger,
    'shopping_chat.trigger.starter.text': p.suggested_button,
    'shopping_chat.widget.state': p.chat_widget_state,
    'shopping_chat.widget.size': p.chat_widget_size,
    'shopping_chat.conversation.state': p.conversation_state,
  }),
  minimize_from_open: (p, seq) => ({
    'shopping_chat.action': 'minimize_from_open',
    'shopping_chat.event.seq': seq,
    'shopping_chat.experiment.id': p.experiment_id,
    'shopping_chat.widget.state': p.chat_widget_state,
    'shopping_chat.widget.previous_size': p.chat_widget_size,
    'shopping_chat.conversation.state': p.conversation_state,
  }),
  change_size: (p, seq) => ({
    'shopping_chat.action': 'change_size',
    'shopping_chat.event.seq': seq,
    'shopping_chat.experiment.id': p.experiment_id,
    'shopping_chat.widget.size': p.set_size_to,
    'shopping_chat.widget.previous_size': p.chat_widget_size,
    'shopping_chat.conversation.state': p.conversation_state,
  }),
  close_bubble: (p, seq) => ({
    'shopping_chat.action': 'close_bubble',
    'shopping_chat.event.seq': seq,
    'shopping_chat.experiment.id': p.experiment_id,
    'shopping_chat.widget.previous_state': p.chat_widget_state,
  }),
};
