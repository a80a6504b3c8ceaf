import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine } from './open-engine.ts';
import { openEngine } from './open-engine.ts';
import type { ReadPolicy } from './read-policy.ts';
import { createReadPolicy } from './read-policy.ts';

let folder: string;
let engine: Engine;
let policy: ReadPolicy;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chatspan-read-policy-'));
  engine = openEngine(folder);
  policy = await createReadPolicy(engine);
});
afterAll(async () => {
  engine.close();
  await rm(folder, { recursive: true });
});

function check(statement: string): Promise<string> {
  return engine.inSession({ readOnly: true }, (run) => policy.check(statement, run));
}

test.for([
  ['SELECT 1 -- a comment', 'SELECT 1'],
  ["select 'file(x)', `a b` from t", "SELECT 'file(x)', `a b` FROM t"],
  ['WITH x AS (SELECT 1) SELECT * FROM x FORMAT JSON', 'WITH x AS (SELECT 1) SELECT * FROM x FORMAT JSON'],
  ['(SELECT 1) UNION ALL (SELECT 2)', 'SELECT 1 UNION ALL SELECT 2'],
  ['DESCRIBE TABLE otel.otel_traces', 'DESCRIBE TABLE otel.otel_traces'],
  ['show tables', 'SHOW TABLES'],
  ['SELECT {a:String}', 'SELECT {a:String}'],
  ["SELECT format('{}', 'x') FROM numbers(3)", "SELECT format('{}', 'x') FROM numbers(3)"],
] as const)('lets %s through', async ([statement, canonical]) => {
  expect(await check(statement)).toBe(canonical);
});

test.for([
  ["SELECT file('/etc/passwd')", 'The function file'],
  ["SELECT `file`('/etc/passwd')", 'The function file'],
  ['SELECT "file"(\'/etc/passwd\')', 'The function file'],
  ["SELECT file /* ( */ ('/etc/passwd')", 'The function file'],
  ["SELECT FILE('/etc/passwd')", 'The function FILE'],
  ["file('/etc/passwd')", 'The function file'],
  ["SELECT '\\' FROM a' || file('/etc/passwd')", 'The function file'],
  ["SELECT $$'$$, file('/etc/passwd'), $$'$$", 'The function file'],
  ["SELECT * FROM file('/etc/passwd', 'LineAsString')", 'The function file'],
  ["DESCRIBE TABLE file('/etc/passwd')", 'The function file'],
  ["SELECT 1 WHERE 1 IN (SELECT 1 FROM url('http://127.0.0.1/x', 'CSV', 'a String'))", 'The function url'],
  ["SELECT * FROM s3('https://x.example/x', 'CSV')", 'The function s3'],
  ["SELECT * FROM sqlite('/tmp/x.db', 't')", 'The function sqlite'],
  ["SELECT * FROM executable('x.sh', 'CSV', 'a String')", 'The function executable'],
  ["SELECT * FROM remote('127.0.0.1', 'system', 'one')", 'The function remote'],
  ["SELECT * FROM viewExplain('', '', (SELECT 1))", 'The function viewExplain'],
  ["SELECT 1 INTO OUTFILE '/tmp/chatspan-out'", 'INTO OUTFILE'],
  ['SET max_threads = 1', 'SET'],
  ['INSERT INTO otel.chat_events (seq) VALUES (1)', 'INSERT'],
  ['DROP TABLE otel.chat_events', 'DROP'],
  ['CREATE TABLE x (a UInt8) ENGINE = Memory', 'CREATE'],
  ['KILL QUERY WHERE 1', 'KILL'],
  ['SYSTEM FLUSH LOGS', 'SYSTEM'],
  ['EXPLAIN SELECT 1', 'EXPLAIN'],
  ['USE otel', 'USE'],
] as const)('refuses %s', async ([statement, word]) => {
  await expect(check(statement)).rejects.toThrow(`${word} is not allowed here`);
});

test('refuses two statements in one', async () => {
  await expect(check('SELECT 1; DROP TABLE otel.chat_events')).rejects.toThrow(
    'Multi-statements are not allowed',
  );
});

test('the engine itself writes nothing in a session that may read only', async () => {
  await engine.run('CREATE TABLE default.t (a UInt8) ENGINE = MergeTree ORDER BY a');
  const run = (statement: string): Promise<unknown> => engine.run(statement, { readOnly: true });
  await expect(run('INSERT INTO default.t VALUES (1)')).rejects.toThrow('READONLY');
  await expect(run('DROP TABLE default.t')).rejects.toThrow('READONLY');
  await expect(run('SET readonly = 0')).rejects.toThrow('READONLY');
  await expect(run('SELECT 1 SETTINGS max_threads = 7')).rejects.toThrow('READONLY');
  await expect(run("SELECT * FROM file('/etc/passwd', 'LineAsString')")).rejects.toThrow('READONLY');
});
