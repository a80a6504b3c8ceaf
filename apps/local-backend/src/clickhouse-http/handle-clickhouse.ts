import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Gate } from '../engine/gate.ts';
import type { Engine } from '../engine/open-engine.ts';
import type { StatementPolicy } from '../policy/statement-policy.ts';
import type { Passwords } from './accounts.ts';
import { authenticate } from './accounts.ts';
import { answerRead } from './answer-read.ts';
import { sendAnswer, sendException } from './answers.ts';
import { ClickHouseException } from './clickhouse-exception.ts';
import { receiveInsert } from './insert-data.ts';
import { readSettings } from './query-settings.ts';
import { readStatement } from './read-statement.ts';

/** From this protocol version on a client expects the framing that encodeNativeBlock writes. */
const FRAMED_NATIVE_VERSION = 54454;

export interface ClickHouseHandlerOptions {
  readonly engine: Engine;
  readonly policy: StatementPolicy;
  readonly passwords: Passwords;
  readonly reads: Gate;
  readonly writes: Gate;
  /** Folder for the data of an INSERT between network and engine. */
  readonly incomingFolder: string;
}

/** The part of ClickHouse's HTTP interface that its clients and the Collector's exporter use. */
export function createClickHouseHandler(options: ClickHouseHandlerOptions): RequestListener {
  return (request, response) => {
    handle(options, request, response).catch((error: unknown) => {
      sendException(response, error);
      // What is left of a refused body is read and thrown away, so that the client sees the answer.
      request.resume();
    });
  };
}

async function handle(
  options: ClickHouseHandlerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { searchParams: parameters, pathname } = new URL(request.url ?? '/', 'http://localhost');
  if (request.method !== 'GET' && request.method !== 'POST') {
    throw new ClickHouseException('NOT_IMPLEMENTED', 'Send GET or POST.');
  }
  const isPing =
    pathname === '/ping' || (pathname === '/' && request.method === 'GET' && !parameters.has('query'));
  if (isPing) {
    response.writeHead(200, { 'Content-Type': 'text/plain' }).end('Ok.\n');
    return;
  }
  if (pathname !== '/') throw new ClickHouseException('UNKNOWN_TABLE', `There is nothing at ${pathname}.`);
  const account = authenticate(request, parameters, options.passwords);
  response.setHeader('X-ClickHouse-Query-Id', queryId(parameters));
  const { settings, values } = readSettings(parameters);
  const database = databaseOf(parameters.get('database') ?? header(request, 'x-clickhouse-database'));
  const statement = await readStatement(request, parameters.get('query') ?? '', database);
  if (statement.kind === 'insert') {
    if (account !== 'writer' || request.method === 'GET') {
      throw new ClickHouseException('READONLY', `${account}: Cannot execute query in readonly mode.`);
    }
    await options.writes.run(() => options.policy.checkInsert(statement.head));
    const insert = await receiveInsert(options.incomingFolder, { ...statement, settings });
    await options.writes.run(() => insert(options.engine));
    response.writeHead(200, { 'Content-Type': 'text/plain' }).end();
    return;
  }
  const read = {
    statement: statement.text,
    database,
    settings,
    values,
    defaultFormat:
      parameters.get('default_format') ?? header(request, 'x-clickhouse-format') ?? 'TabSeparated',
    framedNative: Number(parameters.get('client_protocol_version') ?? 0) >= FRAMED_NATIVE_VERSION,
  };
  sendAnswer(response, await options.reads.run(() => answerRead(options.engine, options.policy, read)));
}

/** Clients ask for `default` when they are told nothing. Here it is `otel`: the engine's own `default` reads files. */
function databaseOf(name = 'default'): string {
  if (name === 'default' || name === 'otel') return 'otel';
  throw new ClickHouseException(
    'ACCESS_DENIED',
    `The database ${name} is not allowed here. Use otel, and write system.tables for a table of another one.`,
  );
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}

function queryId(parameters: URLSearchParams): string {
  const given = parameters.get('query_id') ?? '';
  return /^[\w.:-]{1,100}$/.test(given) ? given : randomUUID();
}
