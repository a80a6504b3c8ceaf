import type { InsertHead } from '../clickhouse-http/insert-head.ts';
import { insertInto } from '../clickhouse-http/insert-head.ts';
import type { Engine, RunInSession, StatementOptions } from '../engine/open-engine.ts';
import { DEFAULT_SETTINGS } from './allowed-settings.ts';
import { checkSettings, checkTokens } from './check-tokens.ts';
import { checkTree } from './check-tree.ts';
import { readOutputFormat } from './output-format.ts';
import { refuse } from './refuse.ts';
import { readSyntaxTree } from './syntax-tree.ts';
import { tokenize } from './tokens.ts';

/**
 * Decides which statements may be run. The engine itself does not: it runs as a program of the user, and even in read-only
 * mode (measured on 26.7) it answers `SELECT file('/etc/passwd')` and writes `INTO OUTFILE`. Its parser decides what a
 * statement is; everything in the statement must be on a list.
 */
export interface StatementPolicy {
  /**
   * @param options parameters and database of the statement, which decide what its names mean.
   * @throws ClickHouseException for anything but one SELECT, SHOW, DESCRIBE or EXISTS that stays inside the database.
   */
  checkRead(statement: string, options?: Pick<StatementOptions, 'parameters'>): Promise<CheckedRead>;
  /** @throws ClickHouseException when the engine reads the INSERT otherwise than we did, which would be a mistake of ours. */
  checkInsert(head: InsertHead): Promise<void>;
}

export interface CheckedRead {
  /** The statement without comments, to be run as it is: another text could mean something else. */
  readonly text: string;
  /** The format that the statement names. */
  readonly format?: string;
}

const MAX_CHECKED_INSERTS = 100;

export async function createStatementPolicy(engine: Engine): Promise<StatementPolicy> {
  const { bytes } = await engine.run(
    "SELECT name FROM system.tables WHERE database = 'otel' AND engine = 'View'",
  );
  const lines = Buffer.from(bytes).toString('utf8').split('\n');
  const views = new Set(lines.filter((name) => name !== ''));
  const checkedInserts = new Set<string>();

  async function check(statement: string, run: RunInSession): Promise<CheckedRead> {
    const { tokens, text } = await tokenize(statement, run);
    checkTokens(tokens);
    const nodes = await readSyntaxTree(text, run);
    checkTree(nodes, views);
    if (nodes.some((node) => node.type === 'Set')) checkSettings(tokens);
    const format = readOutputFormat(tokens, nodes);
    return { text, ...(format === undefined ? {} : { format }) };
  }

  return {
    // In a session without the settings of the request, which could change how the tree is written.
    checkRead: (statement, options = {}) =>
      engine.inSession({ ...options, settings: DEFAULT_SETTINGS, database: 'otel', readOnly: true }, (run) =>
        check(statement, run),
      ),
    async checkInsert(head) {
      const statement = `${insertInto(head)} FORMAT ${head.format}`;
      // An exporter sends the same head again and again.
      if (checkedInserts.has(statement)) return;
      const nodes = await engine.inSession({ readOnly: true }, (run) => readSyntaxTree(statement, run));
      const expected = ['InsertQuery', 'Identifier', 'Identifier'];
      if (head.columns.length > 0) expected.push('ExpressionList', ...head.columns.map(() => 'Identifier'));
      const isSame = nodes.map(({ type }) => type).join() === expected.join();
      if (!isSame) refuse('This INSERT', 'Send INSERT INTO table [(columns)] FORMAT name, followed by data.');
      if (checkedInserts.size < MAX_CHECKED_INSERTS) checkedInserts.add(statement);
    },
  };
}
