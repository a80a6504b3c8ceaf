import { peer } from '#peer';
import { markedSession } from '../scenario/marker.ts';
import type { ReportEvent } from './report-event.ts';
import { reportTo } from './report-event.ts';
import { createTracker } from './widget.ts';

/** Milliseconds that calls took. */
export interface BurstTimes {
  /** Each burst as a whole. */
  bursts: number[];
  /** Each call of bursts that were timed call by call; the browser's clock goes in steps of 0.005. */
  calls: number[];
}

/** What the measurements ask of a page. */
export interface BenchPage {
  /** Plays the session's events from number `from` to before `to`, one every `pace` milliseconds. @returns each call's time. */
  play(run: string, pace: number, from?: number, to?: number): Promise<number[]>;
  /** Plays the whole session; in the task of its last event the page is left. */
  playAndGo(run: string, pace: number, url: string): Promise<void>;
  /** Plays the session at once and again, `gap` milliseconds apart; every second time call by call. */
  burst(run: string, times: number, gap: number, seconds?: number): Promise<BurstTimes>;
  /**
   * Plays the session again and again, each event in a task of its own, as a widget reports clicks.
   * @returns the mean time of a call in each session; one call is too short for the browser's clock.
   */
  tasks(run: string, times: number): Promise<number[]>;
  flush(): Promise<void>;
}

declare global {
  interface Window {
    /** There when the peer has been set up. */
    bench?: BenchPage;
  }
}

const wait = (millis: number) => new Promise((resolve) => setTimeout(resolve, millis));
const sinkUrl = new URLSearchParams(location.search).get('sink') ?? '';

window.exponea = createTracker();
await peer.start(sinkUrl);
const report: ReportEvent = reportTo(peer, window.exponea);

window.bench = {
  async play(run, pace, from = 0, to = 60) {
    const calls: number[] = [];
    for (const payload of markedSession(run).slice(from, to)) {
      await wait(pace);
      const start = performance.now();
      report(payload);
      calls.push(performance.now() - start);
    }
    return calls;
  },
  async playAndGo(run, pace, url) {
    await window.bench?.play(run, pace, 0, 59);
    await wait(pace);
    for (const payload of markedSession(run).slice(59)) report(payload);
    location.assign(url);
  },
  async burst(run, times, gap, seconds = Number.POSITIVE_INFINITY) {
    const bursts: number[] = [];
    const calls: number[] = [];
    const end = performance.now() + seconds * 1_000;
    for (let burst = 0; burst < times && performance.now() < end; burst += 1) {
      const payloads = markedSession(run, burst * 60);
      if (burst % 2 === 0) {
        const start = performance.now();
        for (const payload of payloads) report(payload);
        bursts.push(performance.now() - start);
      } else {
        for (const payload of payloads) {
          const start = performance.now();
          report(payload);
          calls.push(performance.now() - start);
        }
      }
      await wait(gap);
    }
    return { bursts, calls };
  },
  async tasks(run, times) {
    const means: number[] = [];
    for (let session = 0; session < times; session += 1) {
      const payloads = markedSession(run, session * 60);
      let took = 0;
      for (const payload of payloads) {
        await wait(0);
        const start = performance.now();
        report(payload);
        took += performance.now() - start;
      }
      means.push(took / payloads.length);
    }
    return means;
  },
  flush: () => peer.flush(),
};
