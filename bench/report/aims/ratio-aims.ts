import type { RatioResult } from '../../measure/ratio.ts';
import type { Aim } from './aim.ts';
import { rounded } from './aim.ts';

const MOST = 1.3;

/** The time of the call beside hand-written code. */
export function ratioAims({ pairs }: RatioResult): Aim[] {
  return pairs.map(({ line, mix, toAddEvent, toTurnsByHand }) => {
    const sdk = line === 'otel2' ? 'OTel 2.12' : 'OTel 3.1';
    const events = mix === 'session' ? 'the whole session' : 'events that begin and end no span';
    return {
      aim: `At most ${MOST} times the time of hand-written \`addEvent\`: ${events}, ${sdk}`,
      reached: toAddEvent.median <= MOST,
      figures: `${rounded(toAddEvent.median)} times; ${rounded(toTurnsByHand.median)} times the same spans by hand`,
    };
  });
}
