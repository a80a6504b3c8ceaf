import type { ChatEvent } from '../mapping/chat-event.ts';
import type { ProblemCode, ReportProblem } from '../public/problems.ts';
import type { Moment } from './moment.ts';

const MAX_WITHOUT_PROVIDER = 100;
const MAX_BYTES = 32 * 1024 ** 2;
const FIRST_RETRY_MILLIS = 50;
const MAX_RETRY_MILLIS = 30_000;

/** What an event waits for: a tracer provider, or the end of an export. */
export type WaitReason = Extract<ProblemCode, 'no_provider' | 'export_too_slow'>;

/** Events on their way to the spans. Those that cannot be recorded yet wait in order. */
export interface WaitingEvents {
  /** Records an event after those that wait. */
  record(event: ChatEvent, moment: Moment): void;
  /** Tries to record what waits. Returns how many were. */
  drain(): number;
  /** Tries to record what waits, when it is time for that. */
  retry(now: number): void;
  /** When to retry; `Infinity` after a minute without a provider; `undefined` while nothing waits. */
  retryAt(): number | undefined;
  /** Tries a last time, and drops what still waits. */
  stop(): void;
}

/**
 * Keeps the oldest events as long as `record` returns a reason to wait: 100 without a provider, 32 MiB while an export
 * is in flight. Retries with the next event, whenever asked, and with doubling delays for a minute.
 */
export function createWaitingEvents(
  record: (event: ChatEvent, moment: Moment) => WaitReason | undefined,
  report: ReportProblem,
): WaitingEvents {
  const waiting: { readonly event: ChatEvent; readonly moment: Moment }[] = [];
  let bytes = 0;
  let reason: WaitReason = 'no_provider';
  let isDraining = false;
  let retryDelay = FIRST_RETRY_MILLIS;
  let retryAt: number | undefined;

  const drain = (): number => {
    // Events that an exporter reports meanwhile come after those that wait.
    if (isDraining) return 0;
    isDraining = true;
    let recorded = 0;
    for (const { event, moment } of waiting) {
      const mustWait = record(event, moment);
      if (mustWait) {
        reason = mustWait;
        break;
      }
      recorded += 1;
      bytes -= event.bytes;
    }
    // Once for all: taking them off one by one costs the square of their number.
    waiting.splice(0, recorded);
    isDraining = false;
    if (waiting.length === 0) retryAt = undefined;
    return recorded;
  };
  const isFull = (): boolean =>
    bytes >= MAX_BYTES || (reason === 'no_provider' && waiting.length >= MAX_WITHOUT_PROVIDER);
  return {
    drain,
    retryAt: () => retryAt,
    record(event, moment) {
      if (isFull()) drain();
      if (isFull()) {
        report(reason, 'dropped');
        return;
      }
      waiting.push({ event, moment });
      bytes += event.bytes;
      drain();
      if (waiting.length === 0 || isDraining || retryAt !== undefined) return;
      retryDelay = FIRST_RETRY_MILLIS;
      retryAt = moment.now + retryDelay;
    },
    retry(now) {
      if (retryAt === undefined || now < retryAt) return;
      drain();
      if (waiting.length === 0) return;
      retryDelay = Math.min(retryDelay * 2, MAX_RETRY_MILLIS * 2);
      const isOver = reason === 'no_provider' && retryDelay > MAX_RETRY_MILLIS;
      retryAt = isOver ? Number.POSITIVE_INFINITY : now + retryDelay;
    },
    stop() {
      drain();
      for (const _ of waiting) report(reason, 'dropped');
      waiting.length = 0;
      retryAt = undefined;
    },
  };
}
