import type { VendorAction } from '@chatspan/semantic-conventions';

/**
 * What an event means for the spans: it opens a turn, clears the conversation, closes or minimizes the widget, rates a message, or
 * nothing but itself. A missing event does not compile.
 */
export type EventEffect = 'asks' | 'clears' | 'closes' | 'minimizes' | 'rates' | 'none';

const EFFECTS: { readonly [A in VendorAction]: EventEffect } = {
  trigger_clicked: 'none',
  chat_closed: 'closes',
  close_chat_from_minimized: 'closes',
  close_chat_from_open_on_mobile: 'closes',
  expand_from_bubble: 'none',
  expand_from_minimized: 'none',
  expand_from_trigger: 'none',
  minimize_from_open: 'minimizes',
  change_size: 'none',
  close_bubble: 'none',
  menu_click: 'none',
  user_respond: 'asks',
  user_respond_product: 'asks',
  close_mini_pdp: 'none',
  mini_pdp_click: 'none',
  product_menu_click: 'none',
  url_click: 'none',
  product_deselect: 'none',
  product_select: 'none',
  close_survey: 'none',
  submit_feedback: 'rates',
  thumbs_down: 'rates',
  thumbs_up: 'rates',
};

/** The effect of an action; an unknown one has none. */
export function effectOf(action: string): EventEffect {
  return Object.hasOwn(EFFECTS, action) ? EFFECTS[action as VendorAction] : 'none';
}
