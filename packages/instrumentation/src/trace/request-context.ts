import {
  ATTR_GEN_AI_CONVERSATION_ID,
  ATTR_SESSION_ID,
  ATTR_SHOPPING_CHAT_SESSION_ID,
} from '@chatspan/semantic-conventions';
import type { Context } from '@opentelemetry/api';
import { context, propagation, trace } from '@opentelemetry/api';
import type { ChatSession } from '../session/chat-session.ts';

const BAGGAGE_KEYS = [ATTR_SHOPPING_CHAT_SESSION_ID, ATTR_SESSION_ID, ATTR_GEN_AI_CONVERSATION_ID];

/** The page's active context with the chat's span in it, and who the chat belongs to as baggage. */
export function requestContext(chat: Context, session: ChatSession): Context {
  const active = context.active();
  const span = trace.getSpan(chat);
  let baggage = propagation.getBaggage(active) ?? propagation.createBaggage();
  const attributes = session.attributes();
  for (const key of BAGGAGE_KEYS) {
    const value = attributes[key];
    if (typeof value === 'string') baggage = baggage.setEntry(key, { value });
  }
  return propagation.setBaggage(span ? trace.setSpan(active, span) : active, baggage);
}
