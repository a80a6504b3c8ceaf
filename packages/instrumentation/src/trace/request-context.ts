import {
  ATTR_GEN_AI_CONVERSATION_ID,
  ATTR_SESSION_ID,
  ATTR_SHOPPING_CHAT_SESSION_ID,
} from '@chatspan/semantic-conventions';
import type { Attributes, Baggage, Context } from '@opentelemetry/api';
import { context, propagation, trace } from '@opentelemetry/api';

const IDENTITY_KEYS = [ATTR_SHOPPING_CHAT_SESSION_ID, ATTR_SESSION_ID, ATTR_GEN_AI_CONVERSATION_ID];

/**
 * The page's active context with the chat's span in it, and the chat's identity added to the page's baggage.
 *
 * @param baggageKeys the only entries that may stay in the baggage; `undefined` keeps all
 */
export function requestContext(
  chat: Context,
  identity: Attributes,
  baggageKeys: readonly string[] | undefined,
): Context {
  const active = context.active();
  const span = trace.getSpan(chat);
  let baggage = propagation.getBaggage(active) ?? propagation.createBaggage();
  for (const key of IDENTITY_KEYS) {
    const value = identity[key];
    if (typeof value === 'string') baggage = baggage.setEntry(key, { value });
  }
  return propagation.setBaggage(
    span ? trace.setSpan(active, span) : active,
    baggageKeys ? keepEntries(baggage, baggageKeys) : baggage,
  );
}

function keepEntries(baggage: Baggage, keys: readonly string[]): Baggage {
  const others = baggage.getAllEntries().flatMap(([key]) => (keys.includes(key) ? [] : [key]));
  return baggage.removeEntries(...others);
}
