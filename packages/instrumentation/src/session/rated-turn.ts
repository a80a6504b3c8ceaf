import { ATTR_GEN_AI_RESPONSE_ID, ATTR_SHOPPING_CHAT_TURN_SPAN_ID } from '@chatspan/semantic-conventions';
import type { Attributes } from '@opentelemetry/api';
import type { RatedMessage } from '../mapping/chat-event.ts';
import type { RatableTurn } from './session-state.ts';

const MAX_RATABLE = 50;

/** The last turns with one more. A turn without an id cannot be rated. */
export function rememberTurn(ratable: readonly RatableTurn[], turn: RatableTurn): readonly RatableTurn[] {
  if (!turn.responseId && !turn.messageId) return ratable;
  return [...ratable, turn].slice(-MAX_RATABLE);
}

/** Attributes that name the turn, and the model's response, on a rating that says which message it rates. */
export function ratingAttributes(
  { messageId, responseId }: RatedMessage,
  ratable: readonly RatableTurn[],
): Attributes {
  const turn = ratable.findLast(
    (known) =>
      (responseId && known.responseId === responseId) || (messageId && known.messageId === messageId),
  );
  const response = typeof responseId === 'string' ? responseId : turn?.responseId;
  return {
    ...(turn && { [ATTR_SHOPPING_CHAT_TURN_SPAN_ID]: turn.spanId }),
    ...(response && { [ATTR_GEN_AI_RESPONSE_ID]: response }),
  };
}
