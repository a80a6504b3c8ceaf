import type { Payload, Surroundings } from './surroundings.ts';
import { given, inChat } from './surroundings.ts';

/** The catch-all: the chat was closed by the host's code. `chat_widget_state` is the state before. */
export function chatClosed(around: Surroundings): Payload {
  const { view, conversation, config } = around;
  return {
    action: 'chat_closed',
    chat_widget_state: view,
    conversation_state: conversation,
    chat_config: config,
  };
}

export function closeChatFromMinimized({ conversation, config }: Surroundings): Payload {
  return {
    action: 'close_chat_from_minimized',
    chat_widget_state: 'minimized',
    conversation_state: conversation,
    chat_config: config,
  };
}

export function closeChatFromOpenOnMobile(around: Surroundings): Payload {
  return { action: 'close_chat_from_open_on_mobile', chat_widget_state: 'open', ...inChat(around) };
}

export function expandFromBubble(around: Surroundings): Payload {
  return { action: 'expand_from_bubble', chat_widget_state: 'open', ...inChat(around) };
}

export function expandFromMinimized(around: Surroundings): Payload {
  return { action: 'expand_from_minimized', chat_widget_state: 'open', ...inChat(around) };
}

export function expandFromTrigger(
  around: Surroundings,
  banner: string,
  starter: string | undefined,
): Payload {
  return {
    action: 'expand_from_trigger',
    chat_opened_from_trigger: banner,
    ...given('suggested_button', starter),
    chat_widget_state: 'open',
    ...inChat(around),
  };
}

/** `chat_widget_state` is the state after, `chat_widget_size` the size before. */
export function minimizeFromOpen(around: Surroundings): Payload {
  return { action: 'minimize_from_open', chat_widget_state: 'minimized', ...inChat(around) };
}

/** `chat_widget_size` is the size before; a phone's full screen counts as large, its half screen as small. */
export function changeSize(around: Surroundings, to: 'large' | 'small'): Payload {
  return { action: 'change_size', set_size_to: to, ...inChat(around) };
}

export function closeBubble({ config }: Surroundings): Payload {
  return { action: 'close_bubble', chat_widget_state: 'bubble', chat_config: config };
}

export function menuClick(around: Surroundings, label: string, url: string | undefined): Payload {
  return { action: 'menu_click', button_content: label, ...given('url', url), ...inChat(around) };
}
