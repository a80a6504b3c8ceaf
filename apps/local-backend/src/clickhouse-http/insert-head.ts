import { quotedIdentifier } from '../engine/sql-text.ts';
import { ClickHouseException } from './clickhouse-exception.ts';

/** `INSERT INTO table (columns) FORMAT name`, taken apart. */
export interface InsertHead {
  readonly table: string;
  /** In backticks and parentheses, or empty. */
  readonly columns: string;
  readonly format: string;
  /** Where in the text the data begin, if they stand in the same text. */
  readonly length: number;
}

const IDENTIFIER = '(?:[A-Za-z_]\\w*|`[^`\\\\]+`|"[^"\\\\]+")';
const HEAD = new RegExp(
  `^\\s*INSERT\\s+INTO\\s+(?:TABLE\\s+)?(?:(${IDENTIFIER})\\s*\\.\\s*)?(${IDENTIFIER})\\s*(\\([^()]*\\))?\\s*` +
    '(?:FORMAT\\s+(\\w+)|(VALUES))(?:[ \\t]*\\r?\\n|\\s)?',
  'i',
);

export function isInsert(statement: string): boolean {
  return /^\s*INSERT\b/i.test(statement);
}

/**
 * Reads the head of an INSERT that carries its data with it. INSERT … SELECT, table functions and SETTINGS are refused:
 * the writer adds rows to the tables of `otel`, and does nothing else.
 */
export function readInsertHead(statement: string, database: string): InsertHead {
  const match = HEAD.exec(statement);
  if (match === null) {
    throw new ClickHouseException(
      'ACCESS_DENIED',
      'Only `INSERT INTO table [(columns)] FORMAT name` with data, or VALUES, is allowed here.',
    );
  }
  const [head, databaseName, tableName = '', columns, format] = match;
  const target = databaseName === undefined ? database : unquote(databaseName);
  const table = unquote(tableName);
  if (target !== 'otel' || table === 'schema_migrations') {
    throw new ClickHouseException('ACCESS_DENIED', `The writer may not insert into ${target}.${table}.`);
  }
  return {
    table: `${quotedIdentifier(target)}.${quotedIdentifier(table)}`,
    columns: columns === undefined ? '' : `(${columnNames(columns).map(quotedIdentifier).join(', ')})`,
    format: format ?? 'Values',
    length: head.length,
  };
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
