import type { ClickHouseClient } from '@clickhouse/client';
import type { Chat } from './chat.ts';
import { numbersOf, spanIdOf } from './chat.ts';

/** What ClickHouse has of a chat. */
export interface StoredChat {
  /** Numbers of the events that are there under the ids they were recorded with. */
  readonly arrived: ReadonlySet<number>;
  /** The number of each row of `chat_events FINAL` beyond one for each of them. */
  readonly duplicated: readonly number[];
  /** The number of each row as it lies on disk: those sent twice are twice there until ClickHouse has merged them. */
  readonly raw: readonly number[];
}

export async function readStoredChat(reader: ClickHouseClient, chat: Chat): Promise<StoredChat> {
  const known = new Set(numbersOf(chat).map((seq) => `${chat.session} ${spanIdOf(seq)} ${seq}`));
  const arrived = new Set<number>();
  const duplicated: number[] = [];
  for (const { trace_id, span_id, seq } of await readRows(reader, chat, 'FINAL')) {
    if (known.delete(`${trace_id} ${span_id} ${seq}`)) arrived.add(seq);
    else duplicated.push(seq);
  }
  const raw = await readRows(reader, chat, '');
  return { arrived, duplicated, raw: raw.map(({ seq }) => seq) };
}

/** Those of these numbers that are not there. */
export async function missingOf(
  reader: ClickHouseClient,
  chat: Chat,
  numbers: readonly number[],
): Promise<number[]> {
  const { arrived } = await readStoredChat(reader, chat);
  return numbers.filter((seq) => !arrived.has(seq));
}

async function readRows(
  reader: ClickHouseClient,
  { session }: Chat,
  modifier: 'FINAL' | '',
): Promise<{ trace_id: string; span_id: string; seq: number }[]> {
  const result = await reader.query({
    query: `
      SELECT trace_id, span_id, seq FROM otel.chat_events ${modifier}
      WHERE chat_session_id = {session:String}`,
    query_params: { session },
    format: 'JSONEachRow',
  });
  return result.json();
}
