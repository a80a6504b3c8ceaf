import type { Chat } from '../chat.ts';
import { report, surroundings } from '../chat.ts';
import { welcomeMessage } from '../sentences.ts';
import type { Subject } from '../state/question.ts';
import { question } from '../state/question.ts';
import { expandFromTrigger } from '../tracking/lifecycle-events.ts';
import { triggerClicked } from '../tracking/trigger-events.ts';
import type { Starter, Trigger } from '../triggers/trigger.ts';
import { bannerNames } from '../triggers/trigger.ts';
import { ask } from './ask.ts';
import { localMessage } from './local-message.ts';
import { openWithInitialMessage } from './open-close.ts';

/** The shopper clicked a trigger, on one of its conversation starters or beside them. */
export function clickTrigger(chat: Chat, trigger: Trigger, starter?: Starter): void {
  const banner = bannerNames[trigger.component];
  report(chat, triggerClicked(surroundings(chat), trigger, starter));
  const wasOpen = chat.store.get().view === 'open';
  if (starter === undefined) welcome(chat, trigger, banner);
  chat.store.set({ view: 'open', unread: 0, miniPdpProductId: undefined });
  if (!wasOpen) report(chat, expandFromTrigger(surroundings(chat), banner, starter?.text));
  if (starter === undefined) return;
  const event = { type: 'ADD_MESSAGE.USER.DIRECT_CALL', text: starter.text, source: 'WEBLAYER' } as const;
  ask(chat, question('trigger_button', event, starter.text, { trigger: banner }));
}

/** Without a starter the chat greets: by the home screen, the bubble's message or a word about the page. */
function welcome(chat: Chat, trigger: Trigger, banner: string): void {
  const { view, phase, entries } = chat.store.get();
  const subject = subjectOf(trigger, banner);
  if (subject !== undefined) chat.store.set({ subject });
  if (phase === 'conversation') return;
  if (trigger.component === 'FLOATING_TRIGGER') {
    if (view === 'bubble') openWithInitialMessage(chat);
    else if (phase === 'none') chat.store.set({ phase: 'home_screen' });
  } else if (phase !== 'welcome_message') {
    chat.store.set({ phase: 'welcome_message', entries: [...entries, localMessage(welcomeMessage)] });
  }
}

/** A product page's trigger brings its product into the chat. */
function subjectOf(trigger: Trigger, banner: string): Subject | undefined {
  const [productId, another] = trigger.productIds;
  if (trigger.component !== 'PDP_EMBEDDED' || productId === undefined || another !== undefined) return;
  return {
    productId,
    category: trigger.productCategory,
    name: undefined,
    trigger: banner,
    fromMiniPdp: false,
  };
}
