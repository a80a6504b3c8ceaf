import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { startChildServer } from '@chatspan-tools/processes/child-server';
import { freePort } from '@chatspan-tools/processes/free-port';
import { ensureCollector } from './ensure-binaries.ts';

export interface CollectorOptions {
  /**
   * Configuration in load order: files of this folder (`base.yaml`, `exporters/clickhouse.yaml`), absolute paths, or
   * `yaml:` URIs with the text itself.
   */
  configs: string[];
  /**
   * The whole environment of the Collector besides PATH and HOME. What is not set gets `GOGC=300`, `GOMEMLIMIT=320MiB`,
   * free ports (`CHATSPAN_OTLP_PORT`, `CHATSPAN_OTLP_GRPC_PORT`, `CHATSPAN_COLLECTOR_HEALTH_PORT`,
   * `CHATSPAN_COLLECTOR_METRICS_PORT`) and, as `CHATSPAN_COLLECTOR_DATA_DIR`, a folder for the queues that `close()`
   * removes.
   */
  env?: Record<string, string>;
  /** Called with each line that the Collector logs. */
  onLine?: (line: string) => void;
  /** Called with the progress of the build when the binary is missing. Default: not told. */
  onProgress?: (line: string) => void;
  /**
   * How long it may take to stop before it is killed; it waits for requests that are half sent. What it has acknowledged
   * is in disk queues by then. Default 20 s.
   */
  closeWithinMillis?: number;
}

export interface Collector {
  /** Base URL of OTLP/HTTP, without `/v1/traces`. */
  otlpUrl: string;
  /** `host:port` of OTLP/gRPC. */
  grpcEndpoint: string;
  /** Answers 200 while the Collector runs. */
  healthUrl: string;
  /** The Collector's own metrics, in Prometheus text. */
  metricsUrl: string;
  pid: number;
  /** Sends a signal, such as SIGKILL, and resolves when the process has ended. */
  kill(signal: NodeJS.Signals): Promise<void>;
  /** Stops it cleanly: what is in memory queues is sent if it can be, what is in disk queues stays there. */
  close(): Promise<void>;
}

/** Starts the Collector natively. Resolves when it accepts data; rejects with its last log lines when it does not start. */
export async function startCollector(options: CollectorOptions): Promise<Collector> {
  const command = await ensureCollector(options.onProgress ?? (() => {}));
  const ownFolder = options.env?.CHATSPAN_COLLECTOR_DATA_DIR
    ? undefined
    : await mkdtemp(join(tmpdir(), 'otelcol-'));
  const env: Record<string, string> = {
    PATH: process.env.PATH ?? '',
    HOME: process.env.HOME ?? '',
    // Memory for time: as much heap as memory_limiter allows before it refuses (400 MiB less 80), collected seldom.
    GOGC: '300',
    GOMEMLIMIT: '320MiB',
    CHATSPAN_OTLP_PORT: '0',
    CHATSPAN_OTLP_GRPC_PORT: '0',
    CHATSPAN_COLLECTOR_HEALTH_PORT: String(await freePort()),
    CHATSPAN_COLLECTOR_METRICS_PORT: String(await freePort()),
    ...(ownFolder ? { CHATSPAN_COLLECTOR_DATA_DIR: ownFolder } : {}),
    ...options.env,
  };
  const removeOwnFolder = async (): Promise<void> => {
    if (ownFolder) await rm(ownFolder, { recursive: true, force: true });
  };
  try {
    const server = await startChildServer({
      name: 'The Collector',
      command,
      args: options.configs.flatMap((config) => ['--config', located(config)]),
      env,
      find: [
        /Starting HTTP server.*"otlp".*"endpoint": "([^"]+)"/,
        /Starting GRPC server.*"otlp".*"endpoint": "([^"]+)"/,
        /(Everything is ready)/,
      ],
      ...(options.onLine ? { onLine: options.onLine } : {}),
      ...(options.closeWithinMillis !== undefined && { closeWithinMillis: options.closeWithinMillis }),
    });
    return {
      otlpUrl: `http://${server.found[0]}`,
      grpcEndpoint: `${server.found[1]}`,
      healthUrl: `http://127.0.0.1:${env.CHATSPAN_COLLECTOR_HEALTH_PORT}/`,
      metricsUrl: `http://127.0.0.1:${env.CHATSPAN_COLLECTOR_METRICS_PORT}/metrics`,
      pid: server.pid,
      kill: server.kill,
      close: () => server.close().finally(removeOwnFolder),
    };
  } catch (error) {
    await removeOwnFolder();
    throw error;
  }
}

function located(config: string): string {
  return isAbsolute(config) || config.startsWith('yaml:')
    ? config
    : join(import.meta.dirname, '../../collector-config', config);
}
