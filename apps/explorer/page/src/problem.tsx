import type { QueryProblem } from '../../contract/answers.ts';

/** What failed, and what to do. */
export function Problem({ problem }: { problem: Pick<QueryProblem, 'error' | 'whatToDo'> }) {
  return (
    <div role="alert" class="notice">
      <p>{problem.error}</p>
      <p>{problem.whatToDo}</p>
    </div>
  );
}
