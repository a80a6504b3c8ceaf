import type { NamedQuery } from './load-queries.ts';
import { PLACEHOLDER } from './load-queries.ts';
import type { ParameterValue } from './parameter-type.ts';
import type { ParameterValues } from './parameter-values.ts';

/** The SQL of a query with its values in place: `clickhouse-client` runs it as it stands. */
export function fillParameters(query: NamedQuery, values: ParameterValues): string {
  return query.sql.replace(PLACEHOLDER, (text, name?: string, type?: string) => {
    const value = name === undefined ? undefined : values[name];
    return value === undefined || type === undefined ? text : literal(value, type);
  });
}

/** A text alone has the right type already; every other value gets a cast, or `[]` would have none. */
function literal(value: ParameterValue, type: string): string {
  if (value instanceof Date)
    return `toDateTime64(${quoted(value.toISOString().replace(/[TZ]/g, ' ').trim())}, 3, 'UTC')`;
  if (type === 'String') return quoted(String(value));
  if (Array.isArray(value)) return `CAST([${value.map(element).join(', ')}], '${type}')`;
  return `CAST(${element(value)}, '${type}')`;
}

function element(value: ParameterValue): string {
  return typeof value === 'string' ? quoted(value) : String(value);
}

/** https://clickhouse.com/docs/sql-reference/syntax#string */
function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
