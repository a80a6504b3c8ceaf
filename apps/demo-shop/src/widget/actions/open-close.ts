import type { Chat } from '../chat.ts';
import { report, surroundings } from '../chat.ts';
import { initialMessage } from '../sentences.ts';
import { sizeOf } from '../state/state.ts';
import {
  changeSize,
  chatClosed,
  closeBubble,
  closeChatFromMinimized,
  closeChatFromOpenOnMobile,
  expandFromBubble,
  expandFromMinimized,
  minimizeFromOpen,
} from '../tracking/lifecycle-events.ts';
import { localMessage } from './local-message.ts';

/** Shows the initial message bubble, unless the chat is in use or the shopper dismissed the bubble before. */
export function showBubble(chat: Chat): void {
  const { view, phase, bubbleDismissed } = chat.store.get();
  if (view !== 'none' || phase !== 'none' || bubbleDismissed) return;
  chat.store.set({ view: 'bubble', phase: 'initial_message' });
}

export function dismissBubble(chat: Chat): void {
  report(chat, closeBubble(surroundings(chat)));
  chat.store.set({ view: 'none', phase: 'none', bubbleDismissed: true });
}

export function openFromBubble(chat: Chat): void {
  openWithInitialMessage(chat);
  report(chat, expandFromBubble(surroundings(chat)));
}

/** The bubble's sentence becomes the first message of the chat. */
export function openWithInitialMessage(chat: Chat): void {
  chat.store.set({ view: 'open', unread: 0, entries: [localMessage(initialMessage)] });
}

export function openFromMinimized(chat: Chat): void {
  chat.store.set({ view: 'open', unread: 0 });
  report(chat, expandFromMinimized(surroundings(chat)));
}

export function openFromOutside(chat: Chat): void {
  const { view, phase } = chat.store.get();
  if (view === 'bubble') openWithInitialMessage(chat);
  else chat.store.set({ view: 'open', unread: 0, phase: phase === 'none' ? 'home_screen' : phase });
}

export function minimize(chat: Chat): void {
  report(chat, minimizeFromOpen(surroundings(chat)));
  chat.store.set({ view: 'minimized' });
}

export function minimizeFromOutside(chat: Chat): void {
  if (chat.store.get().view === 'open') chat.store.set({ view: 'minimized' });
}

export function closeFromMinimized(chat: Chat): void {
  report(chat, closeChatFromMinimized(surroundings(chat)));
  chat.store.set({ view: 'none' });
}

export function closeOnPhone(chat: Chat): void {
  report(chat, closeChatFromOpenOnMobile(surroundings(chat)));
  chat.store.set({ view: 'none' });
}

export function closeFromOutside(chat: Chat): void {
  const { view, phase, bubbleDismissed } = chat.store.get();
  if (view === 'none') return;
  report(chat, chatClosed(surroundings(chat)));
  const ofBubble = view === 'bubble';
  chat.store.set({
    view: 'none',
    phase: ofBubble ? 'none' : phase,
    bubbleDismissed: bubbleDismissed || ofBubble,
  });
}

export function toggleSize(chat: Chat): void {
  const size = sizeOf(chat.store.get(), chat.screen.isPhone());
  const grow = size === 'small' || size === 'half_screen';
  report(chat, changeSize(surroundings(chat), grow ? 'large' : 'small'));
  chat.store.set(chat.screen.isPhone() ? { fullScreen: grow } : { large: grow });
}
