import type { ClickhouseRow } from '../run-query.ts';
import { runQuery } from '../run-query.ts';

export interface ChatEvent {
  /** What identifies the event for ever. */
  readonly key: string;
  readonly name: string;
  readonly seq: number;
  readonly time: Date;
  readonly traceId: string;
  /** What the shopper did and with what: column or attribute name → value, without the empty ones. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Where it was recorded: trace, span, page, service. */
  readonly origin: ReadonlyMap<string, string>;
}

export interface ChatEvents {
  /** Latest first. */
  readonly listed: readonly ChatEvent[];
  /** Of the whole session, also of those that are not listed. */
  readonly total: number;
}

export async function readChatEvents(chatSessionId: string, signal: AbortSignal): Promise<ChatEvents> {
  const rows = await runQuery('chat-events', { session: chatSessionId }, signal);
  return { listed: rows.map(toChatEvent), total: Number(rows[0]?.events_in_session ?? 0) };
}

const originColumns = [
  'span_name',
  'trace_id',
  'span_id',
  'chat_session_id',
  'session_id',
  'conversation_id',
  'page_url',
  'service_name',
] as const;
const shownElsewhere = new Set<string>([
  ...originColumns,
  'event_name',
  'event_time',
  'event_time_ms',
  'events_in_session',
  'seq',
  'action',
  'attributes',
]);

export function toChatEvent(row: ClickhouseRow): ChatEvent {
  const attributes = new Map<string, string>();
  const collect = (name: string, value: unknown) => {
    const text = valueText(value);
    if (text !== '') attributes.set(name, text);
  };
  for (const [column, value] of Object.entries(row)) {
    if (!shownElsewhere.has(column)) collect(column, value);
  }
  for (const [name, value] of Object.entries(row.attributes ?? {})) collect(name, value);

  const origin = new Map<string, string>();
  for (const column of originColumns) {
    const text = valueText(row[column]);
    if (text !== '') origin.set(column, text);
  }
  return {
    key: [row.trace_id, row.span_id, row.seq, row.event_time, row.event_name].map(String).join('/'),
    name: String(row.event_name ?? ''),
    seq: Number(row.seq),
    time: new Date(Number(row.event_time_ms)),
    traceId: String(row.trace_id ?? ''),
    attributes,
    origin,
  };
}

/** Empty for what a column holds when the event did not have the attribute: NULL, '' and []. */
function valueText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return Array.isArray(value) ? value.map(String).join(', ') : String(value);
}
