import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Session } from 'chdb';
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
  mkdirSync(folder, { recursive: true });
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

/** What the engine's user may do. Given at each connection: the first one that is opened starts the engine. */
const ACCESS = join(import.meta.dirname, 'engine-access.xml');

function connect(folder: string): Session {
  return new Session(folder, { connectionArgs: [`--config-file=${ACCESS}`, `--users_config=${ACCESS}`] });
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
    return connect(folder);
  } catch (error) {
    const holder = holderOf(folder);
    if (holder === null) throw error;
    throw new Error(
      `The folder ${folder} is in use by process ${holder}. Stop that one, or name another folder in CHATSPAN_DATA_DIR.`,
      { cause: error },
    );
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
}

/**
 * The running process that `status` names. The engine holds a kernel lock on that file, which goes with its process, but
 * says no more than "Failed to create connection" when it cannot get it.
 */
function holderOf(folder: string): number | null {
  const status = join(folder, 'status');
  const pid = existsSync(status)
    ? Number(/^PID: (\d+)$/m.exec(readFileSync(status, 'utf8'))?.[1])
    : Number.NaN;
  if (!Number.isInteger(pid) || pid === process.pid) return null;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // A process of another user is one, too.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return null;
  }
  return pid;
}
