import {
  ATTR_SHOPPING_CHAT_TURN_SEQ,
  SPAN_SHOPPING_CHAT_ACTIVITY,
  SPAN_SHOPPING_CHAT_TURN,
} from '@chatspan/semantic-conventions';
import type { Span } from '@opentelemetry/api';
import { ROOT_CONTEXT, trace } from '@opentelemetry/api';
import type { MappedEvent } from '../mapping/event-mapping.ts';
import type { ChatSession } from '../session/chat-session.ts';
import type { SessionState } from '../session/session-state.ts';
import type { Settings } from '../settings/settings.ts';
import { beginSession } from './begin-session.ts';
import type { Recorder } from './recorder.ts';
import type { StartChatSpan } from './start-chat-span.ts';

/** Starts an activity's span, in a new trace when the page before sampled otherwise than this one does. */
export function beginActivity(
  startSpan: StartChatSpan,
  session: ChatSession,
  { traceScope }: Settings,
  recorder: Recorder,
  now: number,
  event: MappedEvent | undefined,
): Span | undefined {
  const start = () => startSpan(SPAN_SHOPPING_CHAT_ACTIVITY, now, session.parent());
  const span = start();
  const isInOtherTrace =
    span &&
    traceScope === 'session' &&
    session.samplingChanged(span) &&
    beginSession(session, recorder, { now, start: 'sampling_changed', event });
  return isInOtherTrace ? start() : span;
}

/** Starts the span of the chat session's next turn. */
export function beginTurn(
  startSpan: StartChatSpan,
  session: ChatSession,
  activity: Span,
  now: number,
): Span | undefined {
  const state = session.state() as SessionState;
  const attributes = { [ATTR_SHOPPING_CHAT_TURN_SEQ]: state.turnSeq + 1 };
  const span = startSpan(SPAN_SHOPPING_CHAT_TURN, now, trace.setSpan(ROOT_CONTEXT, activity), attributes);
  if (span) state.turnSeq += 1;
  return span;
}
