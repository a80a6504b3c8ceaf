import type { MappedEvent } from '../mapping/event-mapping.ts';
import { rateTurn } from '../session/rated-turn.ts';
import type { SessionState } from '../session/session-state.ts';
import type { Settings } from '../settings/settings.ts';
import type { OpenSpan } from './open-span.ts';
import { writeEvent } from './open-span.ts';
import type { Recorder } from './recorder.ts';

/** Writes an event of the chat session into a span, and what is made of it; into an unsampled one, only its time. */
export function writeChatEvent(
  open: OpenSpan,
  event: MappedEvent,
  now: number,
  state: SessionState,
  settings: Settings,
  recorder: Recorder,
): void {
  if (now > state.lastAt) state.lastAt = now;
  if (!open.span.isRecording()) return;
  if (event.rated) rateTurn(event, event.rated, state);
  state.seq += 1;
  writeEvent(open, event, state.seq, now, recorder);
  const evaluation = recorder.ask(() => settings.evaluation?.(event));
  if (evaluation) recorder.addEvent(open.span, evaluation.name, evaluation.attributes, open.lastAt);
}
