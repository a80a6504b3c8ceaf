import { randomBytes } from 'node:crypto';

/** `standard` is OpenTelemetry's `OTLPTraceExporter`. */
export const EXPORTERS = ['outbox', 'standard'] as const;

export type ExporterKind = (typeof EXPORTERS)[number];

/** One chat session whose every event is known: they are numbered from 1. */
export interface Chat {
  readonly exporter: ExporterKind;
  /** Its chat session, and its only trace. */
  readonly session: string;
  /** Where its pages send. */
  readonly otlpUrl: string;
  /** For each event, in order, a time in milliseconds when it had happened at the latest. */
  readonly happenedBy: number[];
}

export function newChat(exporter: ExporterKind, otlpUrl: string): Chat {
  return { exporter, session: randomBytes(16).toString('hex'), otlpUrl, happenedBy: [] };
}

/** The id of the span that carries the event of this number. */
export function spanIdOf(seq: number): string {
  return seq.toString(16).padStart(16, '0');
}

/** The numbers of a chat's events, or of those that had happened by a time in milliseconds. */
export function numbersOf({ happenedBy }: Chat, until = Number.POSITIVE_INFINITY): number[] {
  return happenedBy.flatMap((time, index) => (time <= until ? [index + 1] : []));
}
