/** What the chat widget is told by the shop; read once, when the widget's script starts. */
export interface ClarityConfig {
  readonly agentId: string;
  /** Base URL of the chat backend. */
  readonly chatUrl: string;
  readonly locale: string;
  readonly currency: string;
}

declare global {
  interface Window {
    clarityConfig?: ClarityConfig;
    /** The part of the widget's interface that the shop uses; absent until the widget has started. */
    clarityChat?: { close(): void; state(): { readonly chatId: string } };
  }
}

window.clarityConfig = {
  agentId: 'demo',
  chatUrl: import.meta.env.VITE_CHAT_URL ?? 'http://localhost:8090',
  locale: 'en',
  currency: 'EUR',
};
