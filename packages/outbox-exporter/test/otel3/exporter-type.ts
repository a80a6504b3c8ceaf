import type { SpanExporter } from '@opentelemetry/sdk-trace';
import { OutboxTraceExporter } from '../../src/index.ts';
import { OutboxTraceExporter as ProtobufExporter } from '../../src/protobuf.ts';

/** Compiles only while the exporters fit the 3.x line's `SpanExporter`. */
export const exporters: SpanExporter[] = [new OutboxTraceExporter(), new ProtobufExporter()];
