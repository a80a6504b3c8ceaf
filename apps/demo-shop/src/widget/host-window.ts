import type { WidgetConfigInput } from './config.ts';

/** The tracker that the shop loads: the vendor's documented call, as far as the widget uses it. */
export interface Tracker {
  track(eventType: string, properties: Record<string, unknown>): void;
}

/** What `window.clarityChat.state()` tells a host. */
export interface ChatSnapshot {
  readonly view: string;
  readonly size: string | undefined;
  readonly conversation: string;
  readonly chatId: string;
  readonly selection: readonly string[];
  readonly answering: boolean;
}

export interface ClarityChat {
  /** Opens the chat. The vendor documents no event for it, so none is reported. */
  open(): void;
  /** Closes the chat from outside, from whatever state: reported as `chat_closed`. */
  close(): void;
  /** Minimizes an open chat to the badge. Not the shopper's doing, so nothing is reported. */
  minimize(): void;
  state(): ChatSnapshot;
}

interface HostWindow {
  clarityConfig?: WidgetConfigInput;
  clarityChat?: ClarityChat;
  exponea?: Partial<Tracker>;
}

/** The globals shared with the host. A typed view instead of `declare global`: the host declares its own. */
export const hostWindow = globalThis as unknown as HostWindow;
