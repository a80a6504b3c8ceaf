import type { QueryProblem } from '../contract/answers.ts';

/** Status and body of an answer. The body is a problem unless the status is 200. */
export async function fetchJson(
  url: string,
  init: RequestInit = {},
): Promise<{ status: number; body: Partial<QueryProblem> }> {
  const response = await fetch(url, init);
  return { status: response.status, body: (await response.json()) as Partial<QueryProblem> };
}
