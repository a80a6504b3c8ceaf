import type { RowTime, TimeResult } from '../../measure/time.ts';
import type { Row } from '../../rows.ts';
import type { Aim } from './aim.ts';
import { rounded, timesTheAim } from './aim.ts';

const MOST = 1.3;
const LEAST = 10;
const PEERS = ['faro', 'sentry-span', 'sentry-log', 'datadog', 'splunk', 'snowplow'];

/** The main-thread time of an event beside that of the costly peers: all of it, and what holds the widget's code up. */
export function timeAims({ rows }: TimeResult, labels: ReadonlyMap<Row['id'], string>): Aim[] {
  const find = (id: string) => rows.find((row) => row.id === id);
  const ours = find('chatspan-2');
  if (!ours) return [];
  const { toAddEvent } = ours;
  const beside = {
    aim: `At most ${MOST} times the main-thread time an event of hand-written \`addEvent\`, in all, OTel 2.12`,
    reached: toAddEvent.median <= MOST,
    distance: timesTheAim(toAddEvent.median, MOST),
    figures: `${rounded(toAddEvent.median)} times`,
  };
  const lessThan = (what: string, time: (row: RowTime) => number) =>
    PEERS.flatMap((id) => {
      const peer = find(id);
      if (!peer) return [];
      const [mine, theirs] = [time(ours), time(peer)];
      // The lower bound for an instrumentation on this SDK.
      const written = find('add-event-2');
      const bound = written && `; hand-written \`addEvent\` ${rounded(theirs / time(written), 1)} times`;
      return {
        aim: `At least ${LEAST} times less main-thread time an event than ${labels.get(id)}, ${what}`,
        reached: theirs >= LEAST * mine,
        distance: timesTheAim(LEAST * mine, theirs),
        figures: `${rounded(mine, 1)} µs to ${rounded(theirs, 1)} µs: ${rounded(theirs / mine, 1)} times${bound ?? ''}`,
      };
    });
  return [
    beside,
    ...lessThan('in all', ({ cpu }) => cpu.median),
    ...lessThan('in the call on a warm page', ({ warmCall }) => warmCall.median),
  ];
}
