/** A row as ClickHouse's JSON format has it: column name → value. */
export type ClickhouseRow = Readonly<Record<string, unknown>>;

/**
 * Runs one SELECT through the shop's `/clickhouse` proxy.
 * @param sql A query with placeholders of the form `{session:String}`.
 * @param parameters Values of the placeholders, by name.
 * @throws Error whose message is a sentence for the reader of the panel; the reason of `signal` when that aborts.
 */
export async function queryClickhouse(
  sql: string,
  parameters: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<ClickhouseRow[]> {
  const search = new URLSearchParams({ query: sql, default_format: 'JSON' });
  for (const [name, value] of Object.entries(parameters)) search.set(`param_${name}`, value);

  let status: number;
  let text: string;
  try {
    const response = await fetch(`/clickhouse/?${search}`, { signal });
    status = response.status;
    text = await response.text();
  } catch (error) {
    if (signal.aborted) throw error;
    throw new Error('The shop’s server cannot be reached. Is the demo still running?', { cause: error });
  }
  if (status === 502) throw new Error(text.trim());
  if (status !== 200) throw new Error(`ClickHouse refused the query (status ${status}): ${firstLine(text)}`);
  return rowsOf(text);
}

function rowsOf(text: string): ClickhouseRow[] {
  // An error in the middle of an answer comes with status 200 and breaks the JSON.
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch (error) {
    throw new Error(`ClickHouse broke off its answer: ${firstLine(text.slice(-300))}`, { cause: error });
  }
  if (typeof answer === 'object' && answer !== null && 'data' in answer && Array.isArray(answer.data)) {
    return answer.data as ClickhouseRow[];
  }
  throw new Error('ClickHouse answered without rows: its JSON has no "data".');
}

function firstLine(text: string): string {
  return text.trim().split('\n')[0]?.slice(0, 300) ?? '';
}
