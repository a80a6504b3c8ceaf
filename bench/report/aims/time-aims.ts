import type { TimeResult } from '../../measure/time.ts';
import type { Row } from '../../rows.ts';
import type { Aim } from './aim.ts';
import { rounded } from './aim.ts';

const MOST = 1.3;
const LEAST = 10;
const PEERS = ['faro', 'sentry-span', 'sentry-log', 'datadog', 'splunk', 'snowplow'];

/** The whole main-thread time of a session beside that of the costly peers. */
export function timeAims({ rows }: TimeResult, labels: ReadonlyMap<Row['id'], string>): Aim[] {
  const find = (id: string) => rows.find((row) => row.id === id);
  const ours = find('chatspan-2');
  if (!ours) return [];
  const mine = ours.cpu.median;
  const { toAddEvent } = ours;
  const beside = {
    aim: `At most ${MOST} times the main-thread time an event of hand-written \`addEvent\`, in all, OTel 2.12`,
    reached: toAddEvent.median <= MOST,
    figures: `${rounded(toAddEvent.median)} times`,
  };
  const peers = PEERS.flatMap((id) => {
    const theirs = find(id)?.cpu.median;
    if (theirs === undefined) return [];
    return {
      aim: `At least ${LEAST} times less main-thread time an event than ${labels.get(id)}`,
      reached: theirs >= LEAST * mine,
      figures: `${rounded(mine, 0)} µs to ${rounded(theirs, 0)} µs: ${rounded(theirs / mine)} times`,
    };
  });
  return [beside, ...peers];
}
