import type { SizeResult } from '../../measure/size.ts';
import type { Aim } from './aim.ts';
import { timesTheAim } from './aim.ts';

const MOST = 5_000;

/** The instrumentation's script. */
export function sizeAims({ withoutPeers }: SizeResult): Aim[] {
  const { gzip } = withoutPeers.plugin;
  return [
    {
      aim: 'The instrumentation has at most 5 kB gzip without its peers',
      reached: gzip <= MOST,
      distance: timesTheAim(gzip, MOST),
      figures: `${gzip.toLocaleString('en-US')} B`,
    },
  ];
}
