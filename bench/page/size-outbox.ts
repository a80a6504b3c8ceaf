import { OutboxTraceExporter } from '@chatspan/outbox-exporter';

// What a page that has its peers already takes of the outbox exporter.
new OutboxTraceExporter();
