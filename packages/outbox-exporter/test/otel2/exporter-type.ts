import type { SpanExporter } from '@opentelemetry/sdk-trace-web';
import { OutboxTraceExporter } from '../../src/index.ts';
import { OutboxTraceExporter as ProtobufExporter } from '../../src/protobuf.ts';

/** Compiles only while the exporters fit the 2.x line's `SpanExporter`. */
export const exporters: SpanExporter[] = [new OutboxTraceExporter(), new ProtobufExporter()];
