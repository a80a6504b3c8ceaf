import { peer as chatspan } from '../peers/chatspan.ts';
import { peer as addEvent } from '../peers/otel-add-event.ts';
import { peer as turnsByHand } from '../peers/otel-turns-by-hand.ts';
import type { Mix } from '../scenario/mixes.ts';
import { MIXES } from '../scenario/mixes.ts';
import { reportTo } from './report-event.ts';
import { createTracker } from './widget.ts';

/** Milliseconds of each batch, by what ran in it. Batches with the same number ran one after another. */
export interface PairTimes {
  chatspan: number[];
  /** The plugin's calls and the recording that they leave to a later task. */
  recorded: number[];
  addEvent: number[];
  turnsByHand: number[];
}

/** Runs batches in turns; the order is turned round each time. */
export type TimePairs = (mix: Mix, batches: number, sessions: number) => Promise<PairTimes>;

declare global {
  interface Window {
    timePairs?: TimePairs;
  }
}

window.exponea = createTracker();
const sinkUrl = new URLSearchParams(location.search).get('sink') ?? '';
const peers = { chatspan, addEvent, turnsByHand };
for (const peer of Object.values(peers)) await peer.start(sinkUrl);
// The plugin sees the page's tracker; each of the others has one of its own.
const reports = {
  chatspan: reportTo(chatspan, window.exponea),
  addEvent: reportTo(addEvent, createTracker()),
  turnsByHand: reportTo(turnsByHand, createTracker()),
};
const names = ['addEvent', 'chatspan', 'turnsByHand'] as const;

window.timePairs = async (mix, batches, sessions) => {
  const payloads = MIXES[mix];
  const times: PairTimes = { chatspan: [], recorded: [], addEvent: [], turnsByHand: [] };
  for (let batch = 0; batch < batches; batch += 1) {
    for (const name of batch % 2 === 0 ? names : names.toReversed()) {
      const report = reports[name];
      const start = performance.now();
      for (let session = 0; session < sessions; session += 1) {
        for (const payload of payloads) report(payload);
      }
      times[name].push(performance.now() - start);
      if (name === 'chatspan') {
        chatspan.catchUp?.();
        times.recorded.push(performance.now() - start);
      }
      // The processor hands over what it has.
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
  return times;
};
