import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine } from '../engine/open-engine.ts';
import { openEngine } from '../engine/open-engine.ts';
import { isAllowedAggregate } from './allowed-aggregates.ts';
import { ALLOWED_FUNCTIONS } from './allowed-functions.ts';
import type { StatementPolicy } from './statement-policy.ts';
import { createStatementPolicy } from './statement-policy.ts';

let folder: string;
let engine: Engine;
let policy: StatementPolicy;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chatspan-statement-policy-'));
  engine = openEngine(folder);
  await engine.run('CREATE DATABASE otel');
  await engine.run('CREATE TABLE otel.t (a UInt8, file String) ENGINE = MergeTree ORDER BY a');
  await engine.run('CREATE VIEW otel.v AS SELECT a FROM otel.t WHERE a = {a:UInt8}');
  policy = await createStatementPolicy(engine);
});
afterAll(async () => {
  engine.close();
  await rm(folder, { recursive: true });
});

test.for([
  'SELECT 1 -- a comment',
  'SELECT 1; -- the end',
  "select 'file(x)', `a b` from t",
  'SELECT file, format, settings FROM t',
  'WITH x AS (SELECT 1) SELECT * FROM x',
  '(SELECT 1) UNION ALL (SELECT 2)',
  'FROM t SELECT a',
  'DESCRIBE TABLE otel.otel_traces',
  'DESC (SELECT now() AS now)',
  'show tables',
  "SHOW FULL TABLES FROM otel NOT LIKE 'chat%' LIMIT 3",
  'SHOW CREATE TABLE otel.t',
  'EXISTS TABLE otel.t',
  'SELECT * FROM otel.v(a = 1), v(a = 2)',
  "SELECT format('{}', 'x') FROM numbers(3)",
  "SELECT quantilesExactIf(0.5, 0.9)(a, file = 'x'), argMinIfMerge(a), uniq(*) FROM t",
  "SELECT arrayMap(x -> lower(x), splitByChar(',', file)), CASE WHEN a IN (1, 2) THEN 'x' END FROM t",
  'SELECT sum(a) OVER (PARTITION BY file ORDER BY a ROWS 1 PRECEDING) FROM t WINDOW w AS (ORDER BY a)',
  'SELECT a FROM t GROUP BY GROUPING SETS ((a), ()) ORDER BY a WITH FILL FROM 1 TO 3 LIMIT 1 BY a LIMIT 3',
  'SELECT * EXCEPT (a) REPLACE (lower(file) AS file) FROM t FINAL SAMPLE 1/2',
  'SELECT x FROM t ARRAY JOIN [1] AS x LEFT JOIN system.one AS o ON o.dummy = x PREWHERE a = 1 QUALIFY 1',
  'SELECT name FROM system.tables WHERE database = currentDatabase()',
  'SELECT table_name FROM information_schema.tables',
  'SELECT file FROM t SETTINGS do_not_merge_across_partitions_select_final = 1',
])('allows %s', async (text) => {
  await expect(policy.checkRead(text)).resolves.toMatchObject({ text: text.replace(/--.*/, ' ') });
});

test.for([
  ['SELECT 1 FORMAT JSONEachRow', 'JSONEachRow'],
  ['SELECT 1 FORMAT `CSV` -- x', 'CSV'],
  ['SHOW TABLES FORMAT XML', 'XML'],
  ['EXISTS otel.t FORMAT Vertical;', 'Vertical'],
  ['SHOW CREATE TABLE t FORMAT TSVRaw', 'TSVRaw'],
  ['DESCRIBE t FORMAT JSON', 'JSON'],
  ["SELECT 'x' AS format", undefined],
])('knows the format of %s', async ([text = '', format]) => {
  expect((await policy.checkRead(text)).format).toBe(format);
});

test.for([
  ["SELECT file('/etc/passwd')", 'The function file'],
  ["SELECT `file`('/etc/passwd')", 'The function file'],
  ['SELECT "file"(\'/etc/passwd\')', 'The function file'],
  ["SELECT file /* ( */ ('/etc/passwd')", 'The function file'],
  ["SELECT FILE('/etc/passwd')", 'The function FILE'],
  ["SELECT '\\' FROM a' || file('/etc/passwd')", 'The function file'],
  ["SELECT $$'$$, file('/etc/passwd'), $$'$$", 'The function file'],
  ["SELECT 1 AS `a'`, file('/etc/passwd') AS `b'`", "The name `a'`"],
  ["SELECT arrayMap(x -> file(x), ['/etc/passwd'])", 'The function file'],
  ["SELECT a FROM t ORDER BY a WITH FILL STEP file('x')", 'The function file'],
  ["SELECT count() OVER (PARTITION BY file('/etc/passwd'))", 'The function file'],
  ["SELECT * REPLACE (file('/etc/passwd') AS a) FROM t", 'The function file'],
  ['SELECT * APPLY file FROM t', 'APPLY'],
  ['SELECT COLUMNS(a) APPLY(x -> file(x)) FROM t', 'APPLY'],
  ["SELECT * FROM file('/etc/passwd', 'LineAsString')", 'The table function file'],
  ["DESCRIBE TABLE file('/etc/passwd')", 'The table function file'],
  [
    "SELECT 1 WHERE 1 IN (SELECT 1 FROM url('http://127.0.0.1/x', 'CSV', 'a String'))",
    'The table function url',
  ],
  ["SELECT * FROM view(SELECT * FROM s3('https://x.example/x'))", 'The table function s3'],
  ["SELECT * FROM sqlite('/tmp/x.db', 't')", 'The table function sqlite'],
  ["SELECT * FROM executable('x.sh', 'CSV', 'a String')", 'The table function executable'],
  ["SELECT * FROM remote('127.0.0.1', 'system', 'one')", 'The table function remote'],
  ["SELECT * FROM `fi le`('x')", 'The table function fi le (children 1)'],
  ["SELECT `fi le`('x')", 'The function fi le (children 1)'],
  ["SELECT * FROM merge('default', 'x')", 'The table function merge'],
  ['SELECT * FROM (EXPLAIN SELECT 1)', 'The table function viewExplain'],
  ['SELECT * FROM default.`/etc/passwd`', 'The table default./etc/passwd'],
  ['SELECT * FROM `/etc/passwd`', 'The table /etc/passwd'],
  ["SELECT 'root' IN default.`passwd`", 'The database default'],
  ['EXISTS default.passwd', 'The database default'],
  ['SHOW CREATE TABLE default.`/etc/passwd`', 'The table default./etc/passwd'],
  ['SHOW TABLES FROM default', 'The database default'],
  ['SELECT * FROM system.disks', 'The table system.disks'],
  ['SELECT 1 IN system.disks', 'The table system.disks'],
  ["SELECT dictGet('d', 'a', 1)", 'The function dictGet'],
  ["SELECT arrayReduce('groupConcat(file(\\'x\\'))', ['1', '2'])", 'The function arrayReduce'],
  ["SELECT b FROM values('a UInt8, b String ALIAS file(\\'x\\')', 1)", 'The table function values'],
  ["SELECT b FROM generateRandom('b String ALIAS file(\\'x\\')')", 'The table function generateRandom'],
  ["SELECT formatRow('Template', 1)", 'The function formatRow'],
  ['SELECT sleep(1)', 'The function sleep'],
  ['SELECT 1 FORMAT Template', 'The format Template'],
  ['SHOW TABLES FORMAT Protobuf', 'The format Protobuf'],
  ['SELECT 1\\G', '\\G'],
  ["SELECT 1 INTO OUTFILE '/tmp/chatspan-out'", 'INTO OUTFILE'],
  ["SELECT 'x' AS `a'` INTO OUTFILE '/tmp/chatspan-out' TRUNCATE", "The name `a'`"],
  ["SHOW TABLES INTO /**/ OUTFILE '/tmp/chatspan-out'", 'INTO OUTFILE'],
  ["DESCRIBE t INTO OUTFILE '/tmp/chatspan-out'", 'INTO OUTFILE'],
  ["SELECT 1 SETTINGS format_schema = '/etc/passwd'", 'The setting format_schema'],
  ["SELECT 1 FORMAT CSV SETTINGS output_format_schema = '/tmp/x'", 'The setting output_format_schema'],
  ["SELECT a FROM (SELECT 1 AS a SETTINGS log_comment = 'x')", 'The setting log_comment'],
  ["SELECT 1 SETTINGS max_threads = 1, additional_table_filters = {'t': 'a'}", 'This SETTINGS clause'],
  ["SHOW COLUMNS FROM t WHERE file('x')", 'This SHOW'],
  ['SHOW GRANTS', 'This SHOW'],
  ['SELECT 1 PARALLEL WITH SELECT 2', 'ParallelWithQuery'],
  ['SET max_threads = 1', 'SET'],
  ["file('/etc/passwd')", 'FILE'],
  ['INSERT INTO otel.t (a) VALUES (1)', 'INSERT'],
  ['DROP TABLE otel.t', 'DROP'],
  ['CREATE TABLE x (a UInt8) ENGINE = Memory', 'CREATE'],
  ['KILL QUERY WHERE 1', 'KILL'],
  ['SYSTEM FLUSH LOGS', 'SYSTEM'],
  ['EXPLAIN SELECT 1', 'EXPLAIN'],
  ['USE otel', 'USE'],
  ['', 'An empty statement'],
] as const)('refuses %s', async ([statement, word]) => {
  await expect(policy.checkRead(statement)).rejects.toThrow(`${word} is not allowed here. `);
});

test('leaves comments out of what is run: the embedded engine follows some', async () => {
  const { text } = await policy.checkRead("SELECT 1, -- { serverError 62 }\n '--', /* { echoOn } */ 2");
  expect(text).toBe("SELECT 1,  \n '--',   2");
});

test('refuses two statements in one', async () => {
  await expect(policy.checkRead('SELECT 1; DROP TABLE otel.t')).rejects.toThrow(
    'Multi-statements are not allowed',
  );
});

test('checks the values of parameters that stand for names', async () => {
  const read = (t: string): Promise<unknown> =>
    policy.checkRead('SELECT * FROM {t:Identifier}', { parameters: { t } });
  await expect(read('chat_events')).resolves.toBeDefined();
  await expect(read('default./etc/passwd')).rejects.toThrow('is not allowed here');
  await expect(read('x\nFunction file')).rejects.toThrow('is not allowed here');
});

test('allows no function of the engine by a suffix alone', async () => {
  const { bytes } = await engine.run('SELECT name FROM system.functions WHERE NOT is_aggregate');
  const names = Buffer.from(bytes).toString('utf8').toLowerCase().trim().split('\n');
  expect(names.filter((name) => isAllowedAggregate(name))).toEqual([]);
});

test('allows no table function in the place of a function but those whose names do other things there', async () => {
  const { bytes } = await engine.run('SELECT name FROM system.table_functions');
  const names = Buffer.from(bytes).toString('utf8').toLowerCase().trim().split('\n');
  expect(names.filter((name) => ALLOWED_FUNCTIONS.has(name) || isAllowedAggregate(name))).toEqual(['format']);
});

test('every name on the list of functions is one of the engine, or of its syntax tree', async () => {
  const { bytes } = await engine.run('SELECT lower(name) FROM system.functions');
  const names = new Set(Buffer.from(bytes).toString('utf8').trim().split('\n'));
  const unknown = [...ALLOWED_FUNCTIONS].filter((name) => !names.has(name));
  expect(unknown).toEqual(['exists', 'grouping', 'lambda', 'untuple']);
});

test('the engine itself writes nothing in a session that may read only', async () => {
  const run = (statement: string): Promise<unknown> => engine.run(statement, { readOnly: true });
  await expect(run('INSERT INTO otel.t (a) VALUES (1)')).rejects.toThrow('READONLY');
  await expect(run('DROP TABLE otel.t')).rejects.toThrow('READONLY');
  await expect(run('SET readonly = 0')).rejects.toThrow('READONLY');
  await expect(run('SELECT 1 SETTINGS max_threads = 7')).rejects.toThrow('READONLY');
});
