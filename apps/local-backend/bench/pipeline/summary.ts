import { availableParallelism } from 'node:os';
import type { Variant } from './engine-process.ts';
import type { Segment } from './run-segment.ts';

export interface VariantSummary {
  /** Everything sent, by the time until all of it is stored. */
  readonly eventsPerSecond: number;
  /** Processor time of one event in microseconds: what the load of the machine changes least. */
  readonly generatorMicroseconds: number;
  readonly collectorMicroseconds: number;
  readonly engineMicroseconds: number;
  /** Part of the machine's cores that each used on average, and that stood still or went to anything else: 0 to 1. */
  readonly coreShare: {
    readonly generator: number;
    readonly collector: number;
    readonly engine: number;
    readonly rest: number;
  };
  /** Events a second that the cores could carry if all of their time went to the three. */
  readonly bound: number;
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
  const seconds = sum(own, (segment) => segment.seconds);
  const cores = availableParallelism();
  const used = {
    generator: sum(own, (segment) => segment.sent.processorSeconds),
    collector: sum(own, (segment) => segment.collectorProcessorSeconds),
    engine: sum(own, (segment) => segment.engineProcessorSeconds),
  };
  const all = used.generator + used.collector + used.engine;
  const microseconds = (time: number): number => round((time / events) * 1e6, 10);
  const share = (time: number): number => round(time / (seconds * cores), 100);
  return {
    eventsPerSecond: Math.round(events / seconds),
    generatorMicroseconds: microseconds(used.generator),
    collectorMicroseconds: microseconds(used.collector),
    engineMicroseconds: microseconds(used.engine),
    coreShare: {
      generator: share(used.generator),
      collector: share(used.collector),
      engine: share(used.engine),
      rest: share(seconds * cores - all),
    },
    bound: Math.round((events * cores) / all),
  };
}

/** Every span and event is there once: none lost, none double once replays are folded. */
function isComplete(segment: Segment): boolean {
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
