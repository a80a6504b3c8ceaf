import type { VendorAction } from '@chatspan/semantic-conventions';

/**
 * What an event means for the spans, besides being recorded: it opens a turn, clears the conversation, closes or
 * minimizes the widget, or rates a message.
 */
export type EventEffect = 'asks' | 'clears' | 'closes' | 'minimizes' | 'rates';

/** The effects of actions; most have none. */
export const EFFECTS: { readonly [A in VendorAction]?: EventEffect } = {
  chat_closed: 'closes',
  close_chat_from_minimized: 'closes',
  close_chat_from_open_on_mobile: 'closes',
  menu_click: 'clears',
  minimize_from_open: 'minimizes',
  user_respond: 'asks',
  user_respond_product: 'asks',
  submit_feedback: 'rates',
  thumbs_down: 'rates',
  thumbs_up: 'rates',
};
