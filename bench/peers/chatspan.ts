import { startTracing } from '#otel';
import type { Peer } from '../page/peer.ts';
import { pluginOn } from './chatspan-plugin.ts';

/** This project's plugin with OpenTelemetry's standard exporter. */
export const peer: Peer = pluginOn(startTracing);
