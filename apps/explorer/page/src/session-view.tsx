import type { EventRow, TurnRow } from '../../contract/session-detail-rows.ts';
import { useQuery } from './ask-query.ts';
import { formatSeconds, formatTime } from './format.ts';
import { Problem } from './problem.tsx';

/** The turns of a chat session, with what the shopper did between them. */
export function SessionView({ session }: { session: string }) {
  const turns = useQuery('explorer-session-turns', { session });
  const events = useQuery('explorer-session-events', { session, skip: 0 });
  if (turns.state === 'failed') return <Problem problem={turns.problem} />;
  if (events.state === 'failed') return <Problem problem={events.problem} />;
  if (turns.state === 'loading' || events.state === 'loading')
    return <p role="status">Asking ClickHouse …</p>;
  const bySpan = new Map(turns.answer.rows.map((turn) => [turn.span_id, turn]));
  return (
    <>
      <h1>Chat session {session}</h1>
      <p role="status">
        {turns.answer.rows.length} turns, {events.answer.rows.length} events
      </p>
      {events.answer.rows.length === 0 && <p class="notice">There is no chat session of this id.</p>}
      <ol class="timeline">
        {events.answer.rows.map((event) => (
          <Entry key={`${event.span_id} ${event.seq}`} event={event} turn={bySpan.get(event.span_id)} />
        ))}
      </ol>
    </>
  );
}

function Entry({ event, turn }: { event: EventRow; turn: TurnRow | undefined }) {
  return (
    <li class={turn ? `turn ${turn.end_reason === 'answered' ? '' : 'failed'}` : ''}>
      <time>{formatTime(event.time_ms)}</time> <b>{event.action}</b> <span>{detailOf(event)}</span>
      {turn && (
        <p>
          {turn.end_reason === 'answered' ? '✓' : '✗'} {turn.end_reason} {turn.error_type} · first byte{' '}
          {formatSeconds(turn.first_byte_seconds)} · total {formatSeconds(turn.seconds)}
        </p>
      )}
    </li>
  );
}

function detailOf(event: EventRow): string {
  if (event.feedback_rating !== null) return `${event.feedback_rating} of 5`;
  return textOf(event) || event.link_text || event.product_id || event.trigger_component;
}

/** The text where it was captured, else its length. */
function textOf(event: EventRow): string {
  if (event.message_text !== '') return event.message_text;
  return event.message_length === null ? '' : `${event.message_length} characters, not captured`;
}
