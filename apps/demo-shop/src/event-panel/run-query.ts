/** A row as ClickHouse's JSON format has it: column name → value. */
export type ClickhouseRow = Readonly<Record<string, unknown>>;

/**
 * Asks the shop's server to run one of its named queries.
 * @param name Of a file in collector-config/clickhouse/queries, without `.sql`.
 * @param parameters Values of the query's parameters, by name.
 * @throws Error whose message is a sentence for the reader of the panel; the reason of `signal` when that aborts.
 */
export async function runQuery(
  name: string,
  parameters: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<ClickhouseRow[]> {
  let status: number;
  let text: string;
  try {
    const response = await fetch(`/api/queries/${name}?${new URLSearchParams(parameters)}`, { signal });
    status = response.status;
    text = await response.text();
  } catch (error) {
    if (signal.aborted) throw error;
    throw new Error('The shop’s server cannot be reached. Is the demo still running?', { cause: error });
  }
  const answer = parse(text);
  if (status === 200 && Array.isArray(answer?.rows)) return answer.rows;
  if (typeof answer?.error === 'string') throw new Error(`${answer.error} ${answer.whatToDo ?? ''}`.trim());
  throw new Error(`The shop’s server answered the query ${name} with status ${status} and no rows.`);
}

/** Undefined when the answer is not JSON, or JSON of something else than an object. */
function parse(text: string): { rows?: unknown; error?: unknown; whatToDo?: unknown } | undefined {
  try {
    const answer: unknown = JSON.parse(text);
    return typeof answer === 'object' && answer !== null ? answer : undefined;
  } catch {
    // The caller says that there are no rows.
    return undefined;
  }
}
