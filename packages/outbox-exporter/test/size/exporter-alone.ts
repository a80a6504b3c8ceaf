import { OutboxTraceExporter } from '../../src/index.ts';

new OutboxTraceExporter();
