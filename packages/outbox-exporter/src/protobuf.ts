export type { OutboxExportResult } from './outbox.ts';
export { OutboxTraceExporter } from './outbox-protobuf-exporter.ts';
export { POSSIBLE_REPEAT_ATTRIBUTE } from './possible-repeat.ts';
export type { ReadableSpans } from './trace-format.ts';
export type {
  DropReason,
  FailureKind,
  OutboxDrop,
  OutboxHeaders,
  OutboxOptions,
  OutboxStats,
} from './types.ts';
