import { quotedIdentifier } from '../engine/sql-text.ts';
import { ALLOWED_INPUT_FORMATS } from '../policy/allowed-names.ts';
import { ClickHouseException } from './clickhouse-exception.ts';

/** `INSERT INTO table (columns) FORMAT name`, taken apart. */
export interface InsertHead {
  readonly database: string;
  readonly table: string;
  /** Empty for all columns of the table. */
  readonly columns: readonly string[];
  readonly format: string;
  /** Where in the text the data begin, if they stand in the same text. */
  readonly length: number;
}

const IDENTIFIER = '(?:[A-Za-z_]\\w*|`[^`\\\\]+`|"[^"\\\\]+")';
const HEAD = new RegExp(
  `^\\s*INSERT\\s+INTO\\s+(?:TABLE\\s+)?(?:(${IDENTIFIER})\\s*\\.\\s*)?(${IDENTIFIER})\\s*(\\([^()]*\\))?\\s*` +
    'FORMAT\\s+(\\w+)(?:[ \\t]*\\r?\\n|\\s)?',
  'i',
);

export function isInsert(statement: string): boolean {
  return /^\s*INSERT\b/i.test(statement);
}

/**
 * Reads the head of an INSERT that carries its data with it, in this one form. INSERT … SELECT, VALUES, FROM INFILE, table
 * functions and SETTINGS are not allowed: the writer adds data to the tables of `otel`, and does nothing else.
 */
export function readInsertHead(statement: string, database: string): InsertHead {
  const match = HEAD.exec(statement);
  if (match === null) {
    throw new ClickHouseException(
      'ACCESS_DENIED',
      'Only `INSERT INTO table [(columns)] FORMAT name` followed by data is allowed here. Send JSONEachRow instead of VALUES.',
    );
  }
  const [head, databaseName, tableName = '', columns, format = ''] = match;
  const target = databaseName === undefined ? database : unquote(databaseName);
  const table = unquote(tableName);
  if (target !== 'otel' || table === 'schema_migrations') {
    throw new ClickHouseException('ACCESS_DENIED', `The writer may not insert into ${target}.${table}.`);
  }
  if (!ALLOWED_INPUT_FORMATS.has(format.toLowerCase())) {
    throw new ClickHouseException(
      'ACCESS_DENIED',
      `The format ${format} is not allowed in an INSERT. Send JSONEachRow, Native, RowBinary, CSV or TabSeparated.`,
    );
  }
  return {
    database: target,
    table,
    columns: columns === undefined ? [] : columnNames(columns),
    format,
    length: head.length,
  };
}

/** The same head, written anew: nothing of the request's own text is left in it. */
export function insertInto(head: InsertHead): string {
  const columns = head.columns.length === 0 ? '' : ` (${head.columns.map(quotedIdentifier).join(', ')})`;
  return `INSERT INTO ${quotedIdentifier(head.database)}.${quotedIdentifier(head.table)}${columns}`;
}

function columnNames(list: string): string[] {
  return list
    .slice(1, -1)
    .split(',')
    .map((name) => {
      const trimmed = name.trim();
      if (!/^(?:[A-Za-z_][\w.]*|`[^`\\]+`|"[^"\\]+")$/.test(trimmed)) {
        throw new ClickHouseException('SYNTAX_ERROR', `Not the name of a column: ${trimmed}.`);
      }
      return unquote(trimmed);
    });
}

function unquote(identifier: string): string {
  return /^[`"]/.test(identifier) ? identifier.slice(1, -1) : identifier;
}
