import { randomBytes } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { refuseForeignPages } from '@chatspan/loopback-server/foreign-page';
import type { StartedServer } from '@chatspan/loopback-server/start-server';
import { startServer } from '@chatspan/loopback-server/start-server';
import { applyMigrations } from '@chatspan-tools/clickhouse-schema/apply-migrations';
import { cancelReads } from './cancel-reads.ts';
import type { ClickHouseHandlerOptions } from './clickhouse-http/handle-clickhouse.ts';
import { createClickHouseHandler } from './clickhouse-http/handle-clickhouse.ts';
import { clearEngineFolder, moveFileAside, removeTree } from './engine/clear-folder.ts';
import { createGate } from './engine/gate.ts';
import { migrationTarget } from './engine/migration-target.ts';
import type { Engine } from './engine/open-engine.ts';
import { openEngine } from './engine/open-engine.ts';
import { DEFAULT_ALLOWED_ORIGINS } from './otlp/allow-origin.ts';
import { createOtlpHandler } from './otlp/handle-otlp.ts';
import { tableIntakes } from './otlp/table-intakes.ts';
import { createStatementPolicy } from './policy/statement-policy.ts';

export interface LocalBackendOptions {
  /** Folder of the data; made when missing. One process at a time may use it. */
  dataDir: string;
  /** Begin with an empty database. @default false */
  fresh?: boolean;
  /** Port of `POST /v1/traces` and `/v1/logs`, 0 for any, false for no intake. @default 4318 */
  otlpPort?: number | false;
  /** Port of the ClickHouse HTTP interface, 0 for any. @default 8123 */
  clickhousePort?: number;
  /** Days that rows are kept. Taken when the tables are made: at the first start of a folder, or with `fresh`. @default 90 */
  retentionDays?: number;
  /** @default '127.0.0.1' */
  host?: string;
  /** Values of `Host` to answer for besides this machine's own names, such as `localhost:9000`. @default none */
  allowedHosts?: readonly string[];
  /** Origins of pages that may send; `:*` at the end stands for any port. @default localhost and 127.0.0.1 */
  allowedOrigins?: readonly string[];
  /** Largest request of the intake after decompression, in bytes. @default 4 MiB */
  maxBodyBytes?: number;
  /** Bytes of rows that may wait for the engine before requests get 503, for spans and for log records. @default 32 MiB */
  maxWaitingBytes?: number;
  /** @default random at each start */
  readerPassword?: string;
  /** @default random at each start */
  writerPassword?: string;
  /** Called with a sentence before each step that may take a while. */
  onProgress?: (message: string) => void;
}

export interface LocalBackend {
  readonly otlpUrl?: string;
  readonly clickhouseUrl: string;
  readonly readerUser: 'reader';
  readonly readerPassword: string;
  readonly writerUser: 'writer';
  readonly writerPassword: string;
  /**
   * Takes no more requests, gives those that have arrived some seconds (`StartedServer.stop`), then cancels what still
   * reads, waits for what is being written, and closes the engine.
   */
  close(): Promise<void>;
}

/** Addresses and passwords, in the folder of the data while the back end runs, for the user of this machine only. */
const ACCESS_FILE = 'access.json';

const ENGINE_FOLDER = 'engine';

/** The engine takes one thread a statement, of the four that Node shares with file access and decompression. */
const RUNNING_READS = 2;
const WAITING_READS = 64;
const WAITING_WRITES = 64;

/** Most bytes of rows for each byte that a body may have: a large resource is in each of its rows. */
const MAX_ROW_FACTOR = 8;

/**
 * Starts the embedded ClickHouse engine over a folder, its HTTP interface, and the OTLP intake.
 * @throws Error when the folder is in use, a port is taken, or the folder's schema is another version's.
 */
export async function startLocalBackend(options: LocalBackendOptions): Promise<LocalBackend> {
  const dataDir = resolve(options.dataDir);
  const host = options.host ?? '127.0.0.1';
  if (options.fresh === true) await clearData(dataDir, options.onProgress);
  options.onProgress?.(`Opening the ClickHouse engine in ${dataDir}`);
  const engine = openEngine(join(dataDir, ENGINE_FOLDER));
  const accessFile = join(dataDir, ACCESS_FILE);
  const { allowedHosts = [], onProgress } = options;
  const servers: StartedServer[] = [];
  const reads = createGate({ running: RUNNING_READS, waiting: WAITING_READS });
  const writes = createGate({ running: 1, waiting: WAITING_WRITES });
  async function close(): Promise<void> {
    await Promise.all(servers.map((server) => server.stop(onProgress)));
    // Work of clients that have gone: begun after engine.close(), it would open the engine again.
    await cancelReads(engine, reads);
    const told = setTimeout(() => onProgress?.('Waiting for inserts to be written'), 1_000);
    await writes.idle();
    clearTimeout(told);
    await rm(accessFile, { force: true });
    engine.close();
  }
  try {
    const incomingFolder = await prepareFolder(engine, dataDir, options);
    const passwords = {
      reader: options.readerPassword ?? randomBytes(16).toString('hex'),
      writer: options.writerPassword ?? randomBytes(16).toString('hex'),
    };
    const clickhouse: ClickHouseHandlerOptions = {
      engine,
      policy: await createStatementPolicy(engine),
      passwords,
      reads,
      writes,
      incomingFolder,
    };
    const clickhousePort = options.clickhousePort ?? 8123;
    // With a password that the browser remembers, any page could ask here.
    const clickhouseServer = await startServer(refuseForeignPages(createClickHouseHandler(clickhouse)), {
      host,
      port: clickhousePort,
      variable: 'CHATSPAN_CLICKHOUSE_PORT',
      allowedHosts,
    });
    servers.push(clickhouseServer);
    const otlpPort = options.otlpPort ?? 4318;
    if (otlpPort !== false) {
      const maxBodyBytes = options.maxBodyBytes ?? 4 * 1024 ** 2;
      const handler = createOtlpHandler({
        intakes: tableIntakes(engine, writes, options.maxWaitingBytes ?? 32 * 1024 ** 2),
        allowedOrigins: options.allowedOrigins ?? DEFAULT_ALLOWED_ORIGINS,
        maxBodyBytes,
        maxRowBytes: MAX_ROW_FACTOR * maxBodyBytes,
      });
      const variable = 'CHATSPAN_OTLP_PORT';
      servers.push(await startServer(handler, { host, port: otlpPort, variable, allowedHosts }));
    }
    const otlpServer = servers[1];
    const access = {
      ...(otlpServer === undefined ? {} : { otlpUrl: `http://${host}:${otlpServer.port}` }),
      clickhouseUrl: `http://${host}:${clickhouseServer.port}`,
      readerUser: 'reader',
      readerPassword: passwords.reader,
      writerUser: 'writer',
      writerPassword: passwords.writer,
    } as const;
    // For whoever wants to ask from a terminal; nothing is printed.
    await writeFile(accessFile, `${JSON.stringify(access, null, 2)}\n`, { mode: 0o600 });
    return { ...access, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Does not need an engine that can open the folder: it may be damaged, or be another version's. */
async function clearData(dataDir: string, onProgress?: (message: string) => void): Promise<void> {
  onProgress?.('Emptying the database');
  await moveFileAside(dataDir, onProgress);
  await clearEngineFolder(join(dataDir, ENGINE_FOLDER), onProgress);
  await removeTree(join(dataDir, ACCESS_FILE));
}

/** Only after the engine holds its lock: nothing is emptied under the feet of another process. */
async function prepareFolder(engine: Engine, dataDir: string, options: LocalBackendOptions): Promise<string> {
  const incomingFolder = join(dataDir, 'incoming');
  await removeTree(incomingFolder);
  const days = String(options.retentionDays ?? 90);
  await applyMigrations(migrationTarget(engine), {
    variables: { TRACES_TTL_DAYS: days, EVENTS_TTL_DAYS: days },
    ...(options.onProgress === undefined ? {} : { onProgress: options.onProgress }),
  });
  return incomingFolder;
}
