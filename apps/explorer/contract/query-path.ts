import type { ParametersOf, QueryName } from './queries.ts';

/** The path of a query's rows, below the page's own origin. */
export function queryPath<Name extends QueryName>(name: Name, parameters: ParametersOf<Name>): string {
  return `/api/queries/${name}?${search(parameters)}`;
}

/** The path of a query's SQL with its values filled in, as text: it runs in `clickhouse-client` as it stands. */
export function sqlPath<Name extends QueryName>(name: Name, parameters: ParametersOf<Name>): string {
  return `/api/sql/${name}?${search(parameters)}`;
}

function search(parameters: object): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    search.set(name, Array.isArray(value) ? JSON.stringify(value) : String(value));
  }
  return search;
}
