import type { LocalBackend } from '../start-local-backend.ts';

type Access = Pick<LocalBackend, 'clickhouseUrl' | 'readerPassword' | 'writerPassword'>;

/** What ClickHouse's HTTP interface answers to the reader (or the writer) on a statement sent by POST. */
export async function send(
  backend: Access,
  statement: string,
  options: {
    user?: 'reader' | 'writer';
    query?: Record<string, string>;
    method?: 'GET' | 'POST';
    signal?: AbortSignal;
  } = {},
): Promise<{ status: number; text: string; headers: Headers }> {
  const user = options.user ?? 'reader';
  const password = user === 'reader' ? backend.readerPassword : backend.writerPassword;
  const isGet = options.method === 'GET';
  const parameters = new URLSearchParams({ ...options.query, ...(isGet ? { query: statement } : {}) });
  const response = await fetch(`${backend.clickhouseUrl}/?${parameters}`, {
    method: options.method ?? 'POST',
    headers: { Authorization: `Basic ${btoa(`${user}:${password}`)}` },
    ...(isGet ? {} : { body: statement }),
    ...(options.signal && { signal: options.signal }),
  });
  return { status: response.status, text: await response.text(), headers: response.headers };
}

/** The rows of an answer. */
export async function ask(backend: Access, statement: string): Promise<Record<string, unknown>[]> {
  const { status, text } = await send(backend, statement, { query: { default_format: 'JSONEachRow' } });
  if (status !== 200) throw new Error(text);
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
