import { useEffect, useState } from 'preact/hooks';
import type { QueryAnswer, QueryProblem } from '../../contract/answers.ts';
import type { ParametersOf, QueryName, RowOf } from '../../contract/queries.ts';
import { queryPath } from '../../contract/query-path.ts';

export type Asked<Row> =
  | { state: 'loading' }
  | { state: 'answered'; answer: QueryAnswer<Row> }
  | { state: 'failed'; problem: Pick<QueryProblem, 'error' | 'whatToDo'> };

/** The rows of a named query. Asks again when the parameters change; the query before is cancelled. */
export function useQuery<Name extends QueryName>(
  name: Name,
  parameters: ParametersOf<Name>,
): Asked<RowOf<Name>> {
  const path = queryPath(name, parameters);
  const [known, setKnown] = useState<{ path: string; asked: Asked<RowOf<Name>> }>();
  useEffect(() => {
    const left = new AbortController();
    const show = (asked: Asked<RowOf<Name>>) => left.signal.aborted || setKnown({ path, asked });
    ask<RowOf<Name>>(path, left.signal).then(show, () =>
      show({
        state: 'failed',
        problem: {
          error: 'The explorer does not answer.',
          whatToDo: 'Start it again: npx --yes pnpm@12 explorer',
        },
      }),
    );
    return () => left.abort();
  }, [path]);
  return known?.path === path ? known.asked : { state: 'loading' };
}

async function ask<Row>(path: string, signal: AbortSignal): Promise<Asked<Row>> {
  const response = await fetch(path, { signal });
  const body: unknown = await response.json();
  if (response.ok) return { state: 'answered', answer: body as QueryAnswer<Row> };
  return { state: 'failed', problem: body as QueryProblem };
}
