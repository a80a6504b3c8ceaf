import type { Variant } from './engine-process.ts';
import type { Segment } from './run-segment.ts';

export interface VariantSummary {
  /** Everything sent, by the time until all of it is stored. */
  readonly eventsPerSecond: number;
  /** Processor time of one event in microseconds: what the load of the machine changes least. */
  readonly collectorMicroseconds: number;
  readonly engineMicroseconds: number;
}

export interface Summary {
  readonly plain: VariantSummary;
  readonly typed: VariantSummary;
  /** Events per second, typed by plain. */
  readonly typedByPlain: number;
  readonly collectorPeakMiB: number;
  readonly enginePeakMiB: number;
  readonly eventsSent: number;
  /** Answers 429, 502, 503 and 504; the generator sent each of those bodies again. */
  readonly refusals: number;
  /** Segments in which the engine does not hold exactly what was sent. */
  readonly lossy: number;
}

export function summarize(segments: readonly Segment[]): Summary {
  const measured = segments.filter((segment) => segment.purpose === 'throughput');
  const plain = summarizeVariant(measured, 'plain');
  const typed = summarizeVariant(measured, 'typed');
  return {
    plain,
    typed,
    typedByPlain: round(typed.eventsPerSecond / plain.eventsPerSecond, 100),
    collectorPeakMiB: Math.max(...segments.map((segment) => segment.collectorMemoryMiB.peak)),
    enginePeakMiB: Math.max(...segments.map((segment) => segment.engineMemoryMiB.peak)),
    eventsSent: sum(segments, (segment) => segment.sent.events),
    refusals: sum(segments, refusals),
    lossy: segments.filter((segment) => !isComplete(segment)).length,
  };
}

function summarizeVariant(segments: readonly Segment[], variant: Variant): VariantSummary {
  const own = segments.filter((segment) => segment.variant === variant);
  const events = sum(own, (segment) => segment.sent.events);
  const microseconds = (of: (segment: Segment) => number): number => round((sum(own, of) / events) * 1e6, 10);
  return {
    eventsPerSecond: Math.round(events / sum(own, (segment) => segment.seconds)),
    collectorMicroseconds: microseconds((segment) => segment.collectorProcessorSeconds),
    engineMicroseconds: microseconds((segment) => segment.engineProcessorSeconds),
  };
}

/** Every span and event is there once: none lost, none double once replays are folded. */
export function isComplete(segment: Segment): boolean {
  const { sent, stored, variant } = segment;
  return (
    stored.spansWithoutReplays === sent.spans &&
    stored.eventsOfSpans === sent.events &&
    stored.chatEventsWithoutReplays === (variant === 'typed' ? sent.events : 0)
  );
}

function refusals(segment: Segment): number {
  return Object.entries(segment.sent.answers).reduce(
    (n, [status, times]) => n + (status === '200' ? 0 : times),
    0,
  );
}

function sum(segments: readonly Segment[], of: (segment: Segment) => number): number {
  return segments.reduce((total, segment) => total + of(segment), 0);
}

function round(value: number, parts: number): number {
  return Math.round(value * parts) / parts;
}
