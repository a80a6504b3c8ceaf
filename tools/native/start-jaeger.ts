import { join } from 'node:path';
import { startChildServer } from '@chatspan-tools/processes/child-server';
import { ensureJaeger } from './ensure-binaries.ts';

export interface JaegerOptions {
  /** Port of the query API. Default 0: a free one. */
  queryPort?: number;
  /** Port of its OTLP/HTTP intake. Default 0: a free one. */
  otlpPort?: number;
  /** Traces kept in memory. Default 10000. */
  maxTraces?: number;
  /** Called with each line that Jaeger logs. */
  onLine?: (line: string) => void;
  /** Called with the progress of the build when the binary is missing. Default: not told. */
  onProgress?: (line: string) => void;
}

export interface Jaeger {
  /** Base URL of the query API: `${queryUrl}/api/v3/traces/…`. This build has no pages, only the API. */
  queryUrl: string;
  /** Base URL of its OTLP/HTTP intake, without `/v1/traces`. */
  otlpUrl: string;
  pid: number;
  /** Sends a signal, such as SIGKILL, and resolves when the process has ended. */
  kill(signal: NodeJS.Signals): Promise<void>;
  close(): Promise<void>;
}

/** Starts Jaeger natively, with its traces in memory. Resolves when it accepts data. */
export async function startJaeger(options: JaegerOptions = {}): Promise<Jaeger> {
  const server = await startChildServer({
    name: 'Jaeger',
    command: await ensureJaeger(options.onProgress ?? (() => {})),
    args: ['--config', join(import.meta.dirname, '../../collector-config/jaeger/jaeger.yaml')],
    env: {
      PATH: process.env.PATH ?? '',
      HOME: process.env.HOME ?? '',
      CHATSPAN_JAEGER_PORT: String(options.queryPort ?? 0),
      CHATSPAN_JAEGER_GRPC_PORT: '0',
      CHATSPAN_JAEGER_OTLP_PORT: String(options.otlpPort ?? 0),
      CHATSPAN_JAEGER_MAX_TRACES: String(options.maxTraces ?? 10_000),
    },
    find: [
      /"http_addr": "([^"]+)"/,
      /Starting HTTP server.*"otlp".*"endpoint": "([^"]+)"/,
      /(Everything is ready)/,
    ],
    ...(options.onLine ? { onLine: options.onLine } : {}),
  });
  return {
    queryUrl: `http://${server.found[0]}`,
    otlpUrl: `http://${server.found[1]}`,
    pid: server.pid,
    kill: server.kill,
    close: server.close,
  };
}
