import type { Results } from '../results/results.ts';
import type { Row } from '../rows.ts';
import { figure, table } from './table.ts';

/** What a reader compares first. Other rows, and both OpenTelemetry lines, are in the sections. */
const COMPARED: readonly Row['id'][] = [
  'chatspan-2',
  'chatspan-outbox-2-gzip',
  'add-event-2',
  'turns-by-hand-2',
  'faro',
  'sentry-span',
  'datadog',
  'splunk',
  'honeycomb',
];

/** Size, main-thread time, bytes and delivery side by side. */
export function comparison(results: Results, labels: ReadonlyMap<Row['id'], string>): string {
  const { size, time, wire, delivery } = results;
  const paces = wire?.result.paces.toSorted((a, b) => b.pace - a.pace) ?? [];
  const find = <R extends { id: string }>(rows: readonly R[] | undefined, id: string) =>
    rows?.find((row) => row.id === id);
  const rows = COMPARED.map((id) => {
    // A compressed row is the same script.
    const script = find(size?.result.rows, id) ?? find(size?.result.rows, id.replace(/-gzip$/, ''));
    const spent = find(time?.result.rows, id);
    const sent = find(paces[0]?.rows, id);
    const situations = find(delivery?.result.rows, id)?.situations;
    const arrived = (situation: 'tab close' | '503' | 'offline') => {
      const counts = situations?.[situation];
      return counts ? `${figure((100 * counts.afterReturn) / counts.sent, 0)} %` : '';
    };
    return [
      labels.get(id) ?? id,
      script ? `${figure(script.onTop.gzip / 1_000)} kB` : '',
      spent ? `${figure(spent.toAddEvent.median)} ×` : '',
      sent ? `${figure(sent.bytes / sent.arrived, 0)} B` : '',
      arrived('tab close'),
      arrived('offline'),
      arrived('503'),
    ];
  });
  return `Script: gzip, on a page that has OpenTelemetry. Main-thread time: everything until the event is sent, beside hand-written
\`addEvent\` on the same SDK. Bytes: at a shopper's pace, an event every ${figure((paces[0]?.pace ?? 0) / 1_000, 0)} s. Arrived: after the visitor's next page, when the tab
was closed after the last event, and after 30 s offline or of 503.

${table(['', 'script', 'main thread', 'bytes an event', 'arrived: tab closed', 'offline', '503'], rows)}`;
}
