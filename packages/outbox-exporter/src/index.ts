export { POSSIBLE_REPEAT_ATTRIBUTE } from './batches/possible-repeat.ts';
export type { ReadableSpans } from './format/trace-format.ts';
export type { OutboxExportResult } from './outbox.ts';
export { OutboxTraceExporter } from './outbox-exporter.ts';
export type {
  DropReason,
  FailureKind,
  OutboxDrop,
  OutboxHeaders,
  OutboxOptions,
  OutboxStats,
} from './types.ts';
