import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { fetchJson } from '../testing/fetch-json.ts';
import type { ExplorerOptions } from './start-explorer.ts';
import { startExplorer } from './start-explorer.ts';

const ASKED = '/api/queries/explorer-session?session=a';

/** An explorer with a page of one file, over a ClickHouse of which a test decides the answers. */
async function start(options: Partial<ExplorerOptions> = {}, clickhouse: RequestListener = () => {}) {
  const pageFolder = await mkdtemp(join(tmpdir(), 'chatspan-explorer-page-'));
  onTestFinished(() => rm(pageFolder, { recursive: true }));
  await writeFile(join(pageFolder, 'index.html'), '<title>page</title>');
  const database = createServer(clickhouse).listen(0, '127.0.0.1');
  await once(database, 'listening');
  onTestFinished(() => {
    database.closeAllConnections();
    database.close();
  });
  const address = database.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const explorer = await startExplorer({
    port: 0,
    clickhouseUrl: `http://127.0.0.1:${port}`,
    clickhouseUser: 'reader',
    clickhousePassword: 'p',
    pageFolder,
    ...options,
  });
  onTestFinished(() => explorer.close());
  return explorer.url;
}

test('answers every address of the page with its file, under a policy without inline or foreign content', async () => {
  const url = await start();
  for (const path of ['/', '/sessions', '/sessions/a1b2?from=x']) {
    const response = await fetch(url + path);
    expect([path, response.status, await response.text()]).toEqual([path, 200, '<title>page</title>']);
    expect(response.headers.get('content-security-policy')).toBe(
      "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'",
    );
  }
  expect((await fetchJson(`${url}/api/other`)).status).toBe(404);
});

test('knows only the queries of the explorer', async () => {
  const url = await start();
  expect(await fetchJson(`${url}/api/queries/chat-traces?session=a`)).toMatchObject({
    status: 404,
    body: { code: 'no_such_query' },
  });
});

test('tells the page where it reads, and how to open a trace elsewhere', async () => {
  const traceLinks = [{ name: 'Jaeger', template: 'http://localhost:16686/trace/{trace_id}' }];
  const url = await start({ traceLinks, clickhouseUrl: 'http://user:secret@127.0.0.1:9/' });
  expect(await fetchJson(`${url}/api/settings`)).toEqual({
    status: 200,
    body: { clickhouse: 'http://127.0.0.1:9', trace_links: traceLinks, has_sign_in: false },
  });
});

test.each([
  ['wrong_password', 'Code: 516. DB::Exception: reader: Authentication failed. (AUTHENTICATION_FAILED)'],
  ['tables_missing', 'Code: 81. DB::Exception: Database otel does not exist. (UNKNOWN_DATABASE)'],
  ['too_long', 'Code: 159. DB::Exception: Timeout exceeded. (TIMEOUT_EXCEEDED)'],
  ['too_much', 'Code: 241. DB::Exception: Memory limit exceeded. (MEMORY_LIMIT_EXCEEDED)'],
  ['busy', 'Code: 202. DB::Exception: Too many. (TOO_MANY_SIMULTANEOUS_QUERIES)'],
  ['refused', 'Code: 62. DB::Exception: Syntax error. (SYNTAX_ERROR)'],
])('a failure has the code %s when ClickHouse says so', async (code, said) => {
  const url = await start({}, (_request, response) => response.writeHead(500).end(said));
  expect((await fetchJson(url + ASKED)).body).toMatchObject({
    code,
    error: expect.stringMatching(/\.$|\)$/),
    where: '/api/queries/explorer-session',
    whatToDo: expect.stringMatching(/\.$/),
  });
});

test('tells an older schema from none', async () => {
  const url = await start({}, async (request, response) => {
    let body = '';
    for await (const piece of request) body += piece;
    if (body.startsWith('EXISTS')) response.end('1\n');
    else response.writeHead(404).end('Code: 46. DB::Exception: Unknown table function. (UNKNOWN_FUNCTION)');
  });
  expect((await fetchJson(url + ASKED)).body).toMatchObject({ code: 'older_schema' });
});

test('says that ClickHouse is away', async () => {
  const url = await start({ clickhouseUrl: 'http://127.0.0.1:9' });
  expect(await fetchJson(url + ASKED)).toMatchObject({ status: 502, body: { code: 'unreachable' } });
});

test('listens on another address only with a token', async () => {
  await expect(start({ host: '0.0.0.0' })).rejects.toThrow(
    'To listen on 0.0.0.0, set CHATSPAN_EXPLORER_TOKEN: the token that people enter to sign in.',
  );
});

test('with a token, answers nobody who is not signed in, and signs in by a cookie of this site alone', async () => {
  const url = await start({ host: '0.0.0.0', token: 'correct horse' });
  const form = (token: string, headers = {}) =>
    fetch(`${url}/sign-in`, {
      method: 'POST',
      headers,
      body: new URLSearchParams({ token }),
      redirect: 'manual',
    });
  expect(await fetchJson(url + ASKED)).toMatchObject({ status: 401, body: { code: 'not_signed_in' } });
  const page = await fetch(`${url}/sessions`, { redirect: 'manual' });
  expect([page.status, page.headers.get('location')]).toEqual([303, '/sign-in']);
  for (const refused of [
    form('wrong'),
    form(''),
    form('x'.repeat(5_000)),
    form('correct horse', { Origin: 'http://evil.example' }),
  ]) {
    expect([(await refused).headers.get('set-cookie'), (await refused).ok]).toEqual([null, false]);
  }
  const signedIn = await form('correct horse');
  const cookie = signedIn.headers.get('set-cookie') ?? '';
  expect([signedIn.status, cookie]).toEqual([
    303,
    expect.stringMatching(/^chatspan_explorer=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/),
  ]);
  const Cookie = cookie.split(';')[0] ?? '';
  expect((await fetch(`${url}/`, { headers: { Cookie } })).status).toBe(200);
  expect((await fetch(`${url}/`, { headers: { Cookie: `${Cookie}x` }, redirect: 'manual' })).status).toBe(
    303,
  );
});
