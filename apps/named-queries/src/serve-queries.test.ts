import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { startServer } from '@chatspan/loopback-server/start-server';
import { expect, onTestFinished, test } from 'vitest';
import type { NamedQuery } from './load-queries.ts';
import { parseQuery } from './load-queries.ts';
import { createQueryRunner } from './query-runner.ts';
import type { QueryProblem } from './serve-queries.ts';
import { serveQueries } from './serve-queries.ts';

const EVENTS = parseQuery(
  'chat-events.sql',
  '-- The events of a chat session.\nSELECT seq FROM otel.chat_events WHERE id = {session:String} LIMIT {rows:UInt8}',
);

/** A ClickHouse of which a test decides the answers, and a server that asks it. */
async function start(clickhouse: RequestListener, query: NamedQuery = EVENTS): Promise<string> {
  const database = createServer(clickhouse).listen(0, '127.0.0.1');
  await once(database, 'listening');
  const address = database.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  const runner = createQueryRunner({ url, username: 'reader', password: 'p:w', maxSeconds: 5, maxRows: 100 });
  const answer = serveQueries(new Map([[query.name, query]]), runner);
  const server = await startServer(
    async (request, response) => {
      if (!(await answer(request, response))) response.end('not a query');
    },
    { port: 0, variable: 'CHATSPAN_TEST_PORT' },
  );
  onTestFinished(async () => {
    await server.stop();
    await runner.close();
    database.closeAllConnections();
    database.close();
  });
  return `http://localhost:${server.port}`;
}

async function get(url: string, init: RequestInit = {}) {
  const response = await fetch(url, init);
  return { status: response.status, body: (await response.json()) as Partial<QueryProblem> };
}

test('runs the SQL of the file with the values of the URL, as the reader and within limits', async () => {
  const seen: { query: string; search: Record<string, string>; authorization: string | undefined }[] = [];
  const server = await start(async (request, response) => {
    const { searchParams } = new URL(request.url ?? '', 'http://clickhouse');
    const query = await text(request);
    const { authorization } = request.headers;
    seen.push({ query, search: Object.fromEntries(searchParams), authorization });
    response.end('{"meta":[],"data":[{"seq":7}],"statistics":{"elapsed":0.25,"rows_read":9}}');
  });
  const headers = { Authorization: 'Basic d3JpdGVyOng=', 'X-ClickHouse-User': 'writer' };
  const response = await fetch(`${server}/api/queries/chat-events?session=a%27b&rows=10`, { headers });
  expect(await response.json()).toEqual({ rows: [{ seq: 7 }], seconds: 0.25, rows_read: 9 });
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('cross-origin-resource-policy')).toBe('same-origin');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(seen).toEqual([
    {
      query: `${EVENTS.sql} \nFORMAT JSON`,
      search: expect.objectContaining({
        param_session: "a\\'b",
        param_rows: '10',
        max_execution_time: '5',
        max_result_rows: '100',
      }),
      authorization: 'Basic cmVhZGVyOnA6dw==',
    },
  ]);
});

test('refuses what is not a query with its parameters, and asks ClickHouse nothing', async () => {
  let reached = 0;
  const server = await start((_request, response) => {
    reached += 1;
    response.end('{"data":[]}');
  });
  const where = '/api/queries/chat-events';
  const asked = async (search: string) => (await get(`${server}${where}${search}`)).body;
  const session = 'Send session=… once: a text of at most 1000 characters.';
  expect(await asked('?rows=1')).toEqual({
    code: 'bad_parameters',
    error: 'The parameter session is missing.',
    where,
    whatToDo: session,
  });
  expect(await asked('?session=a&session=b&rows=1')).toEqual({
    code: 'bad_parameters',
    error: 'The parameter session is there twice.',
    where,
    whatToDo: session,
  });
  expect(await asked('?session=a&rows=300')).toEqual({
    code: 'bad_parameters',
    error: 'The parameter rows is not of the type UInt8.',
    where,
    whatToDo: 'Send rows=… once: a whole number from 0 to 255.',
  });
  for (const name of ['query', 'user', 'param_session', 'max_execution_time', '__proto__']) {
    expect(await get(`${server}${where}?session=a&rows=1&${name}=x`)).toEqual({
      status: 400,
      body: {
        code: 'bad_parameters',
        error: `The query chat-events has no parameter "${name}".`,
        where,
        whatToDo: 'Its parameters: session (String), rows (UInt8).',
      },
    });
  }
  for (const name of ['', 'chat-turns', '../chat-events', 'chat-events/', 'CHAT-EVENTS', 'constructor']) {
    const url = `${server}/api/queries/${encodeURIComponent(name)}?session=a&rows=1`;
    expect([name, (await get(url)).status]).toEqual([name, 404]);
  }
  expect(reached).toBe(0);
});

test('says which queries there are when the name is unknown', async () => {
  const server = await start(() => {});
  expect((await get(`${server}/api/queries/chat-turns`)).body).toEqual({
    code: 'no_such_query',
    error: 'There is no query of this name.',
    where: '/api/queries/chat-turns',
    whatToDo: 'The queries are chat-events.',
  });
});

test('takes only GET, and only from its own pages', async () => {
  let reached = 0;
  const server = await start(() => {
    reached += 1;
  });
  const url = `${server}/api/queries/chat-events?session=a&rows=1`;
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
    const response = await fetch(url, { method });
    expect([method, response.status, response.headers.get('allow')]).toEqual([method, 405, 'GET']);
  }
  expect(await get(url, { headers: { Origin: 'http://evil.example' } })).toEqual({
    status: 403,
    body: {
      code: 'foreign_page',
      error: `A page of http://evil.example may not send requests to ${server.slice('http://'.length)}.`,
      where: '/api/queries/chat-events',
      whatToDo: 'Ask from a page of this server.',
    },
  });
  expect((await get(url, { headers: { 'Sec-Fetch-Site': 'cross-site' } })).status).toBe(403);
  expect(reached).toBe(0);
});

test('leaves other paths to the caller', async () => {
  const server = await start(() => {});
  expect(await (await fetch(`${server}/api/queries`)).text()).toBe('not a query');
});

test.each([
  [
    502,
    'Code: 60. DB::Exception: There is no table. (UNKNOWN_TABLE)',
    'ClickHouse refused the query (UNKNOWN_TABLE): There is no table.',
  ],
  [504, 'Code: 159. DB::Exception: Timeout exceeded. (TIMEOUT_EXCEEDED)', 'The query took longer than 5 s.'],
  [
    503,
    'Code: 202. DB::Exception: Too many. (TOO_MANY_SIMULTANEOUS_QUERIES)',
    'ClickHouse runs too many queries already.',
  ],
])('answers %i when ClickHouse says %s', async (status, said, error) => {
  const server = await start((_request, response) => response.writeHead(500).end(said));
  const answer = await get(`${server}/api/queries/chat-events?session=a&rows=1`);
  expect(answer).toMatchObject({ status, body: { error } });
});

test('answers 502 when ClickHouse is away, answers something else, or breaks off', async () => {
  const answers: RequestListener[] = [
    (_request, response) => response.destroy(),
    (_request, response) => response.end('<html>'),
    (_request, response) => {
      response.write('{"data":[');
      setImmediate(() => response.destroy());
    },
  ];
  const server = await start((request, response) => answers.shift()?.(request, response));
  const url = `${server}/api/queries/chat-events?session=a&rows=1`;
  const errors = [await get(url), await get(url), await get(url)];
  expect(errors.map(({ status }) => status)).toEqual([502, 502, 502]);
  expect(errors[0]?.body.error).toMatch(
    /^ClickHouse at http:\/\/127\.0\.0\.1:\d+ cannot be reached \(ECONNRESET\)\.$/,
  );
  expect(errors[1]?.body.error).toMatch(/^http:\/\/127\.0\.0\.1:\d+ gave no answer of ClickHouse: /);
});

test('a page that leaves ends its query', async () => {
  const page = new AbortController();
  let ended: Promise<unknown> | undefined;
  const server = await start((_request, response) => {
    ended = once(response, 'close');
    page.abort();
  });
  const asked = fetch(`${server}/api/queries/chat-events?session=a&rows=1`, { signal: page.signal });
  await expect(asked).rejects.toThrow('This operation was aborted');
  await ended;
});
