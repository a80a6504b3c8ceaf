import type { Context } from '@opentelemetry/api';
import { propagation } from '@opentelemetry/api';
import type { Span, SpanProcessor } from '@opentelemetry/sdk-trace';
import { ATTR_GEN_AI_CONVERSATION_ID, ATTR_SESSION_ID, ATTR_SHOPPING_CHAT_SESSION_ID } from './semconv.ts';

const ALLOWED_KEYS = [ATTR_SESSION_ID, ATTR_SHOPPING_CHAT_SESSION_ID, ATTR_GEN_AI_CONVERSATION_ID];

/** Copies what the page sent as baggage onto every span. Baggage is any caller's: only listed keys are copied. */
export class BaggageSpanProcessor implements SpanProcessor {
  onStart(span: Span, parentContext: Context): void {
    const baggage = propagation.getBaggage(parentContext);
    for (const key of ALLOWED_KEYS) {
      const entry = baggage?.getEntry(key);
      if (entry) span.setAttribute(key, entry.value);
    }
  }

  onEnd(): void {}

  async forceFlush(): Promise<void> {}

  async shutdown(): Promise<void> {}
}
