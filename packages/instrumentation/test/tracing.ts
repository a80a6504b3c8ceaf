import type { RecordedEvent, RecordedSpan } from './recorded-span.ts';

/** OpenTelemetry of a test page, registered globally. Each SDK line has its own. */
export interface Tracing {
  /** Finished spans in the order in which they ended. */
  readonly spans: readonly RecordedSpan[];
  /** Log-based events in the order in which they were emitted. */
  readonly logs: readonly RecordedLog[];
  /** How often the page's provider was asked to flush. */
  readonly flushes: number;
  /** Takes everything back that was registered. */
  stop(): void;
}

/** A log-based event. */
export interface RecordedLog extends RecordedEvent {
  readonly spanId: string | undefined;
  readonly severityNumber: number | undefined;
  readonly schemaUrl: string | undefined;
}

/** How a test page samples, and what its export does. */
export interface TracingOptions {
  /** Decides on each root span. @default always */
  isSampled?: () => boolean;
  /** Decides even where the parent did. @default false */
  ignoreParent?: boolean;
  /** Called with each finished span, as an exporter would be. */
  onSpan?: (span: RecordedSpan) => void;
}

/** A standard export pipeline of a test page. */
export interface ExportedEvents {
  /** Span events whose export was answered with success. */
  acknowledged(): number;
  stop(): void;
}
