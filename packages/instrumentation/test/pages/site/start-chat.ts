import { registerInstrumentations } from '@opentelemetry/instrumentation';
import { ShoppingChatInstrumentation, trackerSource } from '../../../src/index.ts';

declare global {
  interface Window {
    vendor?: { track(type: string, payload: object): void };
  }
}

/** The instrumentation as a shop registers it, for the page's widget. */
export function startChat(): void {
  const query = new URLSearchParams(location.search);
  const chat = new ShoppingChatInstrumentation({
    sources: [trackerSource(() => window.vendor, 'track', { eventType: 'clarity' })],
    contentCapture: 'all',
    limits: JSON.parse(query.get('limits') ?? '{}'),
  });
  registerInstrumentations({ instrumentations: [chat] });
  document.querySelector('#answer')?.addEventListener('click', () => chat.endTurn());
}
