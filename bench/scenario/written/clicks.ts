import type { EventAttributes, Written } from './attributes.ts';

/** What a shop's engineer would write for clicks on menus, links and products. */
export const clicks: Written<
  | 'menu_click'
  | 'close_mini_pdp'
  | 'mini_pdp_click'
  | 'product_menu_click'
  | 'url_click'
  | 'product_deselect'
  | 'product_select'
> = {
  menu_click: (p, seq) => ({
    'shopping_chat.action': 'menu_click',
    'shopping_chat.event.seq': seq,
    'shopping_chat.experiment.id': p.experiment_id,
    'shopping_chat.menu.item_label': p.button_content,
    'url.full': p.url,
    'shopping_chat.widget.size': p.chat_widget_size,
    'shopping_chat.conversation.state': p.conversation_state,
  }),
  close_mini_pdp: (p, seq) => ({
    'shopping_chat.action': 'close_mini_pdp',
    'shopping_chat.event.seq': seq,
    'shopping_chat.experiment.id': p.experiment_id,
    'shopping_chat.product.id': p.product_id,
    'shopping_chat.widget.size': p.chat_widget_size,
    'shopping_chat.conversation.state': p.conversation_state,
  }),
  mini_pdp_click: (p, seq) => ({
    'shopping_chat.action': 'mini_pdp_click',
    'shopping_chat.event.seq': seq,
    'shopping_chat.experiment.id': p.experiment_id,
    'shopping_chat.product.id': p.product_id,
    'shopping_chat.product.category': p.product_category,
    'shopping_chat.widget.size': p.chat_widget_size,
    'shopping_chat.conversation.state': p.conversation_state,
  }),
  product_menu_click: (p, seq) => ({
    'shopping_chat.action': 'product_menu_click',
    'shopping_chat.event.seq': seq,
    'shopping_chat.experiment.id': p.experiment_id,
    'shopping_chat.menu.item_label': p.button_content,
    'shopping_chat.menu.source': p.source_type,
    'shopping_chat.product.id': p.product_id,
    'shopping_chat.product.category': p.product_category,
    'shopping_chat.widget.size': p.chat_widget_size,
    'shopping_chat.conversation.state': p.conversation_state,
  }),
  url_click: (p, seq) => {
    const attributes: EventAttributes = {
      'shopping_chat.action': 'url_click',
      'shopping_chat.event.seq': seq,
      'shopping_chat.experiment.id': p.experiment_id,
      'shopping_chat.link.type': p.link_type,
      'url.full': p.url,
      'shopping_chat.widget.size': p.chat_widget_size,
      'shopping_chat.conversation.state': p.conversation_state,
    };
    if (p.link_text !== undefined) attributes['shopping_chat.link.text'] = p.link_text;
    if (p.product_id !== undefined) {
      attributes['shopping_chat.product.id'] = p.product_id;
      attributes['shopping_chat.product.category'] = p.product_category;
    }
    return attributes;
  },
  product_deselect: (p, seq) => ({
    'shopping_chat.action': 'product_deselect',
    'shopping_chat.event.seq': seq,
    'shopping_chat.experiment.id': p.experiment_id,
    'shopping_chat.product.id': p.product_id,
    'shopping_chat.selection.product_ids': p.product_ids as string[],
    'shopping_chat.suggestion.labels': p.suggestion_buttons_shown as string[],
    'shopping_chat.widget.size': p.chat_widget_size,
    'shopping_chat.conversation.state': p.conversation_state,
  }),
  product_select: (p, seq) => ({
    'shopping_chat.action': 'product_select',
    'shopping_chat.event.seq': seq,
    'shopping_chat.experiment.id': p.experiment_id,
    'shopping_chat.product.id': p.product_id,
    'shopping_chat.selection.product_ids': p.product_ids as string[],
    'shopping_chat.suggestion.labels': p.suggestion_buttons_shown as string[],
    'shopping_chat.widget.size': p.chat_widget_size,
    'shopping_chat.conversation.state': p.conversation_state,
  }),
};
