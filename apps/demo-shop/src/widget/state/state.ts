import { uuidV7 } from '../uuid-v7.ts';
import type { Entry } from './entries.ts';
import type { Question, Subject } from './question.ts';
import { untoldContext } from './told-context.ts';

/** Documented values of `chat_widget_state`. */
export type View = 'none' | 'bubble' | 'minimized' | 'open';

/** Documented values of `chat_widget_size`. */
export type Size = 'large' | 'small' | 'half_screen' | 'full_screen';

/** How far the conversation is. `idle` is not stored: it is a `conversation` without news for a while. */
export type Phase = 'none' | 'initial_message' | 'welcome_message' | 'home_screen' | 'conversation';

/** Documented values of `conversation_state`. */
export type ConversationState = Phase | 'idle';

export interface State {
  /** UUIDv7, one per conversation. */
  readonly chatId: string;
  readonly view: View;
  /** Desktop size; phones use `fullScreen`. */
  readonly large: boolean;
  readonly fullScreen: boolean;
  readonly phase: Phase;
  readonly bubbleDismissed: boolean;
  readonly entries: readonly Entry[];
  readonly selection: readonly string[];
  /** Product that the mini-PDP shows. */
  readonly miniPdpProductId: string | undefined;
  /** Product that the next typed question is about. */
  readonly subject: Subject | undefined;
  /** Chat that the open survey asks about. */
  readonly surveyChatId: string | undefined;
  /** One line above the home screen, e.g. thanks for a survey. */
  readonly notice: string | undefined;
  readonly unread: number;
  /** The question that is being answered. */
  readonly pending: Question | undefined;
  /** Questions of triggers that were clicked meanwhile. */
  readonly waiting: readonly Question[];
  /** What the assistant says it is doing. */
  readonly progress: string | undefined;
  /** Unix milliseconds of the last message in either direction. */
  readonly lastMessageAt: number;
  /** Selection and page context that the backend was told last, as JSON. */
  readonly toldSelection: string;
  readonly toldContext: string;
}

/** What a new conversation starts with. */
export function newConversation(): Omit<State, 'view' | 'large' | 'fullScreen' | 'bubbleDismissed'> {
  return {
    chatId: uuidV7(),
    phase: 'none',
    entries: [],
    selection: [],
    miniPdpProductId: undefined,
    subject: undefined,
    surveyChatId: undefined,
    notice: undefined,
    unread: 0,
    pending: undefined,
    waiting: [],
    progress: undefined,
    lastMessageAt: 0,
    toldSelection: '[]',
    toldContext: untoldContext,
  };
}

export function initialState(): State {
  return { ...newConversation(), view: 'none', large: false, fullScreen: false, bubbleDismissed: false };
}

export function conversationState(state: State, now: number, idleAfterMs: number): ConversationState {
  const idle = state.phase === 'conversation' && now - state.lastMessageAt >= idleAfterMs;
  return idle ? 'idle' : state.phase;
}

export function sizeOf(state: State, phone: boolean): Size {
  if (phone) return state.fullScreen ? 'full_screen' : 'half_screen';
  return state.large ? 'large' : 'small';
}
