import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ALLOWED_FUNCTIONS } from '../policy/allowed-functions.ts';
import { ALLOWED_TABLE_FUNCTIONS } from '../policy/allowed-names.ts';
import { ask, send } from '../test-support/ask.ts';
import { backendForFile } from '../test-support/backend-for-file.ts';
import type { ForbiddenNames, Places } from '../test-support/forbidden-statements.ts';
import { callStatements, endings, insertStatements } from '../test-support/forbidden-statements.ts';

const backend = backendForFile();
const SECRET = `canary-${randomBytes(16).toString('hex')}`;

let root: string;
let places: Places;
let names: ForbiddenNames;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'chatspan-no-files-'));
  places = { canary: join(root, 'canary.csv'), folder: await mkdtemp(join(root, 'empty-')) };
  await writeFile(places.canary, `${SECRET}\n`);
  const list = async (query: string): Promise<string[]> =>
    (await ask(backend(), query)).map(({ name }) => String(name));
  names = {
    functions: await list(
      "SELECT name FROM system.functions WHERE name ILIKE '%file%' OR categories IN ('Other', 'AI')",
    ),
    tableFunctions: await list('SELECT name FROM system.table_functions'),
    settings: await list(
      "SELECT name FROM system.settings WHERE match(name, '(file|path|schema|template|outfile|_row|resultset)')",
    ),
  };
});
afterAll(() => rm(root, { recursive: true }));

/** Nothing of the file is in an answer or a table, it is as it was, and no other was written. */
async function expectNoFileTouched(answers: readonly string[]): Promise<void> {
  for (const answer of answers) expect(answer).not.toContain(SECRET);
  expect(await readdir(places.folder)).toEqual([]);
  expect(await readFile(places.canary, 'utf8')).toBe(`${SECRET}\n`);
}

async function expectNotStored(): Promise<void> {
  for (const table of ['chat_events', 'otel_logs', 'otel_traces']) {
    const query = `SELECT count() AS n FROM otel.${table} WHERE toString(tuple(*)) LIKE '%canary-%'`;
    expect(await ask(backend(), query)).toEqual([{ n: 0 }]);
  }
}

const user = fc.constantFrom('reader' as const, 'writer' as const);
const method = fc.constantFrom('GET' as const, 'POST' as const);

test('no statement reads or writes a file, however it is written', { timeout: 120_000 }, async () => {
  const calls = callStatements(names, places);
  const statement = fc.tuple(fc.oneof(calls, fc.constant("SELECT 'x' AS `a'`")), endings(names, places));
  await fc.assert(
    fc.asyncProperty(statement, user, method, async ([text, ending], asUser, by) => {
      await expectNoFileTouched([(await send(backend(), text + ending, { user: asUser, method: by })).text]);
    }),
    { numRuns: 1500 },
  );
});

test('no table function of the engine opens a file', { timeout: 120_000 }, async () => {
  for (const name of names.tableFunctions) {
    const statement = `SELECT * FROM ${name}('${places.canary}', 'LineAsString', 'a String')`;
    await expectNoFileTouched([(await send(backend(), statement)).text]);
  }
});

test('no function that may be called runs what is in a text', { timeout: 120_000 }, async () => {
  const read = `file(\\'${places.canary}\\')`;
  const texts = [
    `'groupConcat(${read})', ['1', '2']`,
    `['1', '2'], 'groupConcat(${read})'`,
    `'a UInt8, b String ALIAS ${read}', 1`,
    `'a UInt8, b String ALIAS ${read}'`,
  ];
  // In the engine's own spelling: most of its names are case-sensitive.
  const functions = (await ask(backend(), 'SELECT name FROM system.functions WHERE NOT is_aggregate'))
    .map(({ name }) => String(name))
    .filter((name) => ALLOWED_FUNCTIONS.has(name.toLowerCase()))
    .map((name) => `SELECT ${name}`);
  const tables = names.tableFunctions
    .filter((name) => ALLOWED_TABLE_FUNCTIONS.has(name.toLowerCase()))
    .map((name) => `SELECT b FROM ${name}`);
  for (const start of [...functions, ...tables]) {
    const answers = await Promise.all(texts.map((text) => send(backend(), `${start}(${text})`)));
    await expectNoFileTouched(answers.map(({ text }) => text));
  }
});

test('no setting of a request names a file that is read or written', { timeout: 120_000 }, async () => {
  for (const name of names.settings) {
    for (const value of [places.canary, join(places.folder, 'written')]) {
      const query = { [name]: value };
      const statements = ['SELECT 1 AS a FORMAT Protobuf', 'SELECT 1 AS a FORMAT Template', 'SELECT 1 AS a'];
      const reads = statements.map((statement) => send(backend(), statement, { query }));
      const insert = 'INSERT INTO otel.otel_logs (Body) FORMAT JSONEachRow {"Body": x}\n{"Body": "y"}';
      const write = send(backend(), insert, { query, user: 'writer' });
      await expectNoFileTouched((await Promise.all([...reads, write])).map(({ text }) => text));
    }
  }
  await expectNotStored();
});

test('no insert stores what is in a file', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(insertStatements(names, places), async (statement) => {
      await expectNoFileTouched([(await send(backend(), statement, { user: 'writer' })).text]);
      const head = statement.slice(0, 30);
      const split = send(backend(), statement.slice(30), { user: 'writer', query: { query: head } });
      await expectNoFileTouched([(await split).text]);
    }),
    { numRuns: 500 },
  );
  await expectNotStored();
});

test.for([
  "SELECT 1 AS `a'`, file('CANARY') AS `b'`",
  "SELECT 'x' AS `a'` INTO OUTFILE 'FOLDER/x' TRUNCATE",
  "SELECT 'x' AS `a'` INTO OUTFILE 'CANARY' TRUNCATE",
  'SELECT * FROM default.`CANARY`',
  'SELECT * FROM `CANARY`',
  "SELECT 'x' IN default.`CANARY`",
  'EXISTS default.`CANARY`',
  "SELECT 1 FORMAT Template SETTINGS format_template_row = 'CANARY'",
  "INSERT INTO otel.chat_events (event_time, event_name) VALUES ('2026-11-20 10:00:00', substring(file('CANARY'), 1, 40))",
])('nobody can run %s', async (template) => {
  const statement = template.replace('CANARY', places.canary).replace('FOLDER', places.folder);
  for (const asUser of ['reader', 'writer'] as const) {
    for (const by of ['GET', 'POST'] as const) {
      const { status, text } = await send(backend(), statement, { user: asUser, method: by });
      expect(status).toBe(403);
      await expectNoFileTouched([text]);
    }
  }
  await expectNotStored();
});

test.for([
  'output_format_schema',
  'input_format_record_errors_file_path',
  'format_schema',
  'format_template_row',
])('no request can set %s', async (name) => {
  const query = { [name]: join(places.folder, 'written') };
  expect(await send(backend(), 'SELECT 1 AS a FORMAT Protobuf', { query })).toMatchObject({ status: 403 });
  await expectNoFileTouched([]);
});
