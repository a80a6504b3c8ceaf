import { OutboxTraceExporter } from '@chatspan/outbox-exporter';
import { startTracing } from '#otel';
import { compress } from '../page/compress.ts';
import type { Peer } from '../page/peer.ts';
import { pluginOn } from './chatspan-plugin.ts';

/** This project's plugin with its outbox exporter. */
export const peer: Peer = pluginOn((sinkUrl) =>
  startTracing(
    sinkUrl,
    new OutboxTraceExporter({ url: `${sinkUrl}/v1/traces`, compression: compress ? 'gzip' : 'none' }),
  ),
);
