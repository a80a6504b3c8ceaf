export type { OutboxExportResult } from './outbox.ts';
export { OutboxTraceExporter } from './outbox-protobuf-exporter.ts';
export type { ReadableSpans } from './trace-format.ts';
export type { DropReason, OutboxDrop, OutboxHeaders, OutboxOptions, OutboxStats } from './types.ts';
