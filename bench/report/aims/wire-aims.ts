import type { WireAtPace, WireResult } from '../../measure/wire.ts';
import type { Row } from '../../rows.ts';
import type { Aim } from './aim.ts';
import { rounded, timesTheAim } from './aim.ts';

const MOST = 1.15;
// OTLP, by OpenTelemetry's exporter or like it.
const OTEL_BASED = /^(span-per-event|log-event|honeycomb|splunk|dash0)/;

/** Bytes and requests of a session. */
export function wireAims({ paces }: WireResult, labels: ReadonlyMap<Row['id'], string>): Aim[] {
  return paces.flatMap((atPace) =>
    aimsAtPace(atPace, labels).map((aim) => ({
      ...aim,
      aim: `${aim.aim}; an event every ${rounded(atPace.pace / 1_000)} s`,
    })),
  );
}

function aimsAtPace({ rows }: WireAtPace, labels: ReadonlyMap<Row['id'], string>): Aim[] {
  const arrived = rows
    .filter((row) => row.arrived > 0)
    .map((row) => ({ ...row, perEvent: row.bytes / row.arrived }));
  const find = (id: string) => arrived.find((row) => row.id === id);
  const [ours, written, sameSpans, gzip] = [
    find('chatspan-2'),
    find('add-event-2'),
    find('turns-by-hand-2'),
    find('chatspan-outbox-2-gzip'),
  ];
  const aims: Aim[] = [];
  if (ours && written && sameSpans) {
    const times = ours.perEvent / written.perEvent;
    aims.push(
      {
        aim: `At most ${MOST} times the bytes an event of hand-written \`addEvent\``,
        reached: times <= MOST,
        distance: timesTheAim(times, MOST),
        figures: `${rounded(ours.perEvent, 0)} B to ${rounded(written.perEvent, 0)} B: ${rounded(times)} times; ${rounded(ours.perEvent / sameSpans.perEvent)} times the same spans by hand`,
      },
      {
        aim: 'No more requests than hand-written `addEvent`',
        reached: ours.requests <= written.requests,
        distance: timesTheAim(ours.requests, written.requests),
        figures: `${ours.requests} to ${written.requests}`,
      },
    );
  }
  const fewest = (aim: string, mine: { perEvent: number } | undefined, peers: typeof arrived): Aim[] => {
    if (!mine) return [];
    const smaller = peers
      .filter(({ perEvent }) => perEvent <= mine.perEvent)
      .map(({ id, perEvent }) => `${labels.get(id)} ${rounded(perEvent, 0)} B`);
    const figures = [
      `${rounded(mine.perEvent, 0)} B`,
      ...(smaller.length > 0 ? [`not more: ${smaller.join(', ')}`] : []),
    ];
    const least = Math.min(...peers.map(({ perEvent }) => perEvent));
    const distance = timesTheAim(mine.perEvent, least);
    return [{ aim, reached: smaller.length === 0, distance, figures: figures.join('; ') }];
  };
  const peers = arrived.filter(({ id }) => !id.startsWith('chatspan'));
  return [
    ...aims,
    ...fewest(
      'Fewer bytes an event than every OpenTelemetry-based peer, with the standard exporter and without compression',
      ours,
      peers.filter(({ id }) => OTEL_BASED.test(id) && !id.endsWith('-gzip')),
    ),
    ...fewest("Fewer bytes an event than every peer, with the outbox's compression", gzip, peers),
  ];
}
