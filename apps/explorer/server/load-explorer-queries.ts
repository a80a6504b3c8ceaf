import { join } from 'node:path';
import type { NamedQueries } from '@chatspan/named-queries/load-queries';
import { loadQueries } from '@chatspan/named-queries/load-queries';

/** The SQL files, which dashboards read, too. */
export const QUERIES_FOLDER = join(import.meta.dirname, '../../../collector-config/clickhouse/queries');

/** The queries of the explorer's page. */
export async function loadExplorerQueries(): Promise<NamedQueries> {
  const queries = await loadQueries(QUERIES_FOLDER);
  return new Map([...queries].filter(([name]) => name.startsWith('explorer-')));
}
