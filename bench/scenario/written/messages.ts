import type { EventAttributes, Written } from './attributes.ts';

/** What a shop's engineer would write for triggers, questions and ratings. What the shopper typed stays on the page. */
export const messages: Written<
  | 'trigger_clicked'
  | 'user_respond'
  | 'user_respond_product'
  | 'close_survey'
  | 'submit_feedback'
  | 'thumbs_down'
  | 'thumbs_up'
> = {
  trigger_clicked: (p, seq) => ({
    'shopping_chat.action': 'trigger_clicked',
    'shopping_chat.event.seq': seq,
    'shopping_chat.experiment.id': p.experiment_id,
    'shopping_chat.trigger.component': p.component,
    'shopping_chat.trigger.template': p.component_template,
    'shopping_chat.trigger.product_ids': p.trigger_context_product_ids as string[],
    'shopping_chat.trigger.starter.texts': p.trigger_conversation_starters_list as string[],
    'shopping_chat.trigger.starter.text': p.suggested_question_text,
    'shopping_chat.trigger.starter.clicked_is_generated': p.trigger_conversation_starter_clicked_is_generated,
    'shopping_chat.trigger.starter.set_is_generated': p.trigger_conversation_starters_is_generated,
    'shopping_chat.widget.state': p.chat_widget_state,
    'shopping_chat.conversation.state': p.conversation_state,
  }),
  user_respond: (p, seq) => {
    const attributes: EventAttributes = {
      'shopping_chat.action': 'user_respond',
      'shopping_chat.event.seq': seq,
      'shopping_chat.experiment.id': p.experiment_id,
      'shopping_chat.message.input_type': p.type,
      'shopping_chat.message.length': p.message.length,
      'shopping_chat.selection.product_ids': p.product_ids as string[],
      'shopping_chat.widget.size': p.chat_widget_size,
      'shopping_chat.conversation.state': p.conversation_state,
    };
    if (p.type !== 'text') attributes['shopping_chat.message.text'] = p.message;
    if (p.target !== undefined) attributes['shopping_chat.message.target'] = p.target;
    return attributes;
  },
  user_respond_product: (p, seq) => ({
    'shopping_chat.action': 'user_respond_product',
    'shopping_chat.event.seq': seq,
    'shopping_chat.experiment.id': p.experiment_id,
    'shopping_chat.message.input_type': p.type,
    'shopping_chat.message.length': p.message.length,
    'shopping_chat.message.text': p.message,
    'shopping_chat.message.target': p.target,
    'shopping_chat.product.id': p.product_id,
    'shopping_chat.product.category': p.product_category,
    'shopping_chat.trigger.name': p.clicked_in_trigger,
    'shopping_chat.widget.size': p.chat_widget_size,
    'shopping_chat.conversation.state': p.conversation_state,
  }),
  close_survey: (p, seq) => ({
    'shopping_chat.action': 'close_survey',
    'shopping_chat.event.seq': seq,
    'shopping_chat.experiment.id': p.experiment_id,
  }),
  submit_feedback: (p, seq) => ({
    'shopping_chat.action': 'submit_feedback',
    'shopping_chat.event.seq': seq,
    'shopping_chat.experiment.id': p.experiment_id,
    'shopping_chat.feedback.rating': p.feedback_state,
    'shopping_chat.feedback.length': p.feedback_message.length,
  }),
  thumbs_down: (p, seq) => ({
    'shopping_chat.action': 'thumbs_down',
    'shopping_chat.event.seq': seq,
    'shopping_chat.experiment.id': p.experiment_id,
    'shopping_chat.feedback.length': p.feedback_message.length,
    'shopping_chat.feedback.target.length': p.feedback_target_text.length,
    'shopping_chat.feedback.target.product_ids': p.feedback_target_product_ids as string[],
    'shopping_chat.widget.size': p.chat_widget_size,
    'shopping_chat.conversation.state': p.conversation_state,
  }),
  thumbs_up: (p, seq) => ({
    'shopping_chat.action': 'thumbs_up',
    'shopping_chat.event.seq': seq,
    'shopping_chat.experiment.id': p.experiment_id,
    'shopping_chat.feedback.target.length': p.feedback_target_text.length,
    'shopping_chat.feedback.target.product_ids': p.feedback_target_product_ids as string[],
    'shopping_chat.widget.size': p.chat_widget_size,
    'shopping_chat.conversation.state': p.conversation_state,
  }),
};
