import type { OutboxStats } from '../src/index.ts';
import { OutboxTraceExporter } from '../src/index.ts';
import { OutboxTraceExporter as ProtobufExporter } from '../src/protobuf.ts';
import { startProvider } from './otel2/start-provider.ts';

/** What a scenario does with a page. */
export interface OutboxPage {
  /** Ends one span of each name; the span processor exports them later. */
  end(names: string[]): void;
  stats(): OutboxStats;
}

declare global {
  interface Window {
    outboxPage: OutboxPage;
  }
}

const parameters = new URLSearchParams(location.search);
const Exporter = parameters.get('format') === 'protobuf' ? ProtobufExporter : OutboxTraceExporter;
const exporter = new Exporter(JSON.parse(parameters.get('options') ?? '{}'));
const { tracer } = startProvider(exporter, 500);

window.outboxPage = {
  end(names) {
    for (const name of names) tracer.startSpan(name).end();
  },
  stats: () => exporter.stats(),
};
