import type { RatioResult } from '../../measure/ratio.ts';
import type { Spread } from '../statistics.ts';
import type { Aim } from './aim.ts';
import { rounded, timesTheAim } from './aim.ts';

const MOST = 1.3;

/** The time of the call, and of all that it sets off, beside hand-written code. */
export function ratioAims({ pairs }: RatioResult): Aim[] {
  return pairs.flatMap((pair) => {
    const { line, mix } = pair;
    const sdk = line === 'otel2' ? 'OTel 2.12' : 'OTel 3.1';
    const events = mix === 'session' ? 'the whole session' : 'events that begin and end no span';
    const aim = (what: string, toAddEvent: Spread, toTurnsByHand: Spread): Aim => ({
      aim: `At most ${MOST} times the time of hand-written \`addEvent\`, ${what}: ${events}, ${sdk}`,
      reached: toAddEvent.median <= MOST,
      distance: timesTheAim(toAddEvent.median, MOST),
      figures: `${rounded(toAddEvent.median)} times; ${rounded(toTurnsByHand.median)} times the same spans by hand`,
    });
    return [
      aim('in the call', pair.toAddEvent, pair.toTurnsByHand),
      aim('recording included', pair.recordedToAddEvent, pair.recordedToTurnsByHand),
    ];
  });
}
