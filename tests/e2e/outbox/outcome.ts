import type { ClickHouseClient } from '@clickhouse/client';
import type { Chat, ExporterKind } from './chat.ts';
import { numbersOf } from './chat.ts';
import { readStoredChat } from './stored-chat.ts';

/** What became of the events of one scenario with one exporter. */
export interface Outcome {
  readonly scenario: string;
  readonly exporter: ExporterKind;
  readonly sent: number;
  readonly arrived: number;
  readonly lost: number;
  /** Rows of `chat_events FINAL` beyond one for each event. */
  readonly duplicated: number;
  /** Rows without `FINAL`, for information: replays that ClickHouse has not merged yet. */
  readonly rawRows: number;
}

/** Counts the events of a chat, or of these numbers only; duplicates always of all. */
export async function countEvents(
  reader: ClickHouseClient,
  scenario: string,
  chat: Chat,
  numbers: readonly number[] = numbersOf(chat),
): Promise<Outcome> {
  const { arrived, duplicated, raw } = await readStoredChat(reader, chat);
  const lost = numbers.filter((seq) => !arrived.has(seq)).length;
  return {
    scenario,
    exporter: chat.exporter,
    sent: numbers.length,
    arrived: numbers.length - lost,
    lost,
    duplicated: duplicated.length,
    rawRows: raw.filter((seq) => numbers.includes(seq)).length,
  };
}

/** One outcome for two chats of a scenario. */
export function sumOf(one: Outcome, other: Outcome): Outcome {
  return {
    ...one,
    sent: one.sent + other.sent,
    arrived: one.arrived + other.arrived,
    lost: one.lost + other.lost,
    duplicated: one.duplicated + other.duplicated,
    rawRows: one.rawRows + other.rawRows,
  };
}

/** As a Markdown table. */
export function outcomeTable(outcomes: readonly Outcome[]): string {
  const rows = outcomes.map(
    ({ scenario, exporter, sent, arrived, lost, duplicated, rawRows }) =>
      `| ${[scenario, exporter, sent, arrived, lost, duplicated, rawRows].join(' | ')} |`,
  );
  return [
    '| scenario | exporter | sent | arrived | lost | duplicated | rows without `FINAL` |',
    '| --- | --- | --: | --: | --: | --: | --: |',
    ...rows,
  ].join('\n');
}
