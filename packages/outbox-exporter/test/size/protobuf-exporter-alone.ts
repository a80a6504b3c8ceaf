import { OutboxTraceExporter } from '../../src/protobuf.ts';

new OutboxTraceExporter();
