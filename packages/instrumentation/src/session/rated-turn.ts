import { ATTR_GEN_AI_RESPONSE_ID, ATTR_SHOPPING_CHAT_TURN_SPAN_ID } from '@chatspan/semantic-conventions';
import type { MappedEvent } from '../mapping/event-mapping.ts';
import type { RatableTurn, SessionState } from './session-state.ts';

/** Keeps what a later rating can name a turn by. A turn without an id cannot be rated, and nothing is guessed. */
export function rememberTurn(state: SessionState, turn: RatableTurn): void {
  if (turn.responseId || turn.messageId) state.ratable.push(turn);
}

/** Names the turn, and the model's response, on a rating that says which message it rates. */
export function rateTurn(
  { attributes }: MappedEvent,
  { messageId, responseId }: NonNullable<MappedEvent['rated']>,
  { ratable }: SessionState,
): void {
  const turn = ratable.findLast(
    (known) =>
      (responseId && known.responseId === responseId) || (messageId && known.messageId === messageId),
  );
  if (turn) attributes[ATTR_SHOPPING_CHAT_TURN_SPAN_ID] = turn.spanId;
  const response = typeof responseId === 'string' ? responseId : turn?.responseId;
  if (response) attributes[ATTR_GEN_AI_RESPONSE_ID] = response;
}
