import { mkdirSync } from 'node:fs';
import type { Session } from 'chdb';
import { connect } from './connect.ts';
import { refuseHeldFolder } from './held-folder.ts';
import { quotedIdentifier, stringLiteral } from './sql-text.ts';

export interface StatementOptions {
  /** Output format when the statement names none. @default 'TabSeparated' */
  format?: string;
  database?: string;
  settings?: Readonly<Record<string, string>>;
  /** Values of `{name:Type}` in the statement, in the text form of ClickHouse's HTTP parameters `param_name`. */
  parameters?: Readonly<Record<string, string>>;
  /** Held by the engine itself (`readonly = 1`): neither data nor settings can be changed. */
  readOnly?: boolean;
}

export interface StatementResult {
  readonly bytes: Uint8Array;
  readonly rowsRead: number;
  readonly bytesRead: number;
  readonly seconds: number;
}

/** One ClickHouse engine inside this process, over one folder. */
export interface Engine {
  /** Runs one statement in a session of its own, off the event loop. */
  run(statement: string, options?: StatementOptions): Promise<StatementResult>;
  /** Runs several statements in one session. */
  inSession<T>(options: StatementOptions, use: (run: RunInSession) => Promise<T>): Promise<T>;
  /** Inserts lines of JSON, one a row. */
  insertJsonRows(table: string, rows: Buffer): Promise<void>;
  close(): void;
}

export type RunInSession = (statement: string, format?: string) => Promise<StatementResult>;

/**
 * Opens the engine over a folder, which is made when it is missing.
 * @throws Error when another process has the folder open, or this process another folder: there is one engine a process.
 */
export function openEngine(folder: string): Engine {
  const keepsEngineOpen = openFirstSession(folder);

  async function inSession<T>(options: StatementOptions, use: (run: RunInSession) => Promise<T>): Promise<T> {
    const session = connect(folder);
    try {
      for (const statement of sessionStatements(options)) session.query(statement);
      return await use(async (statement, format) => {
        const result = await session.queryAsync(statement, {
          format: format ?? options.format ?? 'TabSeparated',
        });
        const { rowsRead, bytesRead, elapsed } = result;
        return { bytes: result.bytes(), rowsRead, bytesRead, seconds: elapsed };
      });
    } finally {
      session.close();
    }
  }

  return {
    inSession,
    run: (statement, options = {}) => inSession(options, (run) => run(statement)),
    async insertJsonRows(table, rows) {
      const session = connect(folder);
      try {
        await session.insert({ table, values: rows, format: 'JSONEachRow', settings: INSERT_SETTINGS });
      } finally {
        session.close();
      }
    },
    close: () => keepsEngineOpen.close(),
  };
}

/** A batch that holds spans of many days (a wrong clock is enough) is no reason to refuse it. */
export const INSERT_SETTINGS: Readonly<Record<string, string>> = { max_partitions_per_insert_block: '0' };

function sessionStatements(options: StatementOptions): string[] {
  const assignments = Object.entries({ ...options.settings }).map(([name, value]) => {
    if (!/^\w+$/.test(name)) throw new Error(`Not the name of a setting: ${JSON.stringify(name)}.`);
    return `${name} = ${stringLiteral(value)}`;
  });
  if (options.readOnly === true) assignments.push('readonly = 1');
  for (const [name, value] of Object.entries(options.parameters ?? {})) {
    if (!/^\w+$/.test(name)) throw new Error(`Not the name of a parameter: ${JSON.stringify(name)}.`);
    assignments.push(`param_${name} = ${stringLiteral(value)}`);
  }
  const statements = assignments.length > 0 ? [`SET ${assignments.join(', ')}`] : [];
  if (options.database !== undefined) statements.push(`USE ${quotedIdentifier(options.database)}`);
  return statements;
}

function openFirstSession(folder: string): Session {
  // The engine takes its time zone from TZ when it starts. UTC, as in ClickHouse's own containers.
  const before = process.env.TZ;
  process.env.TZ = 'UTC';
  try {
    mkdirSync(folder, { recursive: true });
    return connect(folder);
  } catch (error) {
    refuseHeldFolder(folder, error);
    throw new Error(
      `The ClickHouse engine cannot open ${folder}: ${(error as Error).message}. To begin with an empty database, start with --fresh.`,
      { cause: error },
    );
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
}
