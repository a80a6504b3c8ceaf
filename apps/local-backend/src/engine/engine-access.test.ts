import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine } from './open-engine.ts';
import { openEngine } from './open-engine.ts';

let folder: string;
let canary: string;
let engine: Engine;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chatspan-engine-access-'));
  canary = join(folder, 'canary.csv');
  await writeFile(canary, 'canary\n');
  engine = openEngine(join(folder, 'engine'));
});
afterAll(async () => {
  engine.close();
  await rm(folder, { recursive: true });
});

test.for([
  ["SELECT * FROM file('CANARY')", 'READ ON FILE'],
  ["DESCRIBE TABLE file('CANARY')", 'READ ON FILE'],
  ['SELECT * FROM default.`CANARY`', 'READ ON FILE'],
  ["INSERT INTO FUNCTION file('CANARY', 'CSV', 'a String') SELECT 'x'", 'WRITE ON FILE'],
  ["SELECT * FROM url('http://127.0.0.1:1/', 'CSV', 'a String')", 'READ ON URL'],
  ["SELECT * FROM s3('http://127.0.0.1:1/bucket/x', 'CSV', 'a String')", 'READ ON S3'],
  ["SELECT * FROM remote('127.0.0.1', 'system', 'one')", 'READ ON REMOTE'],
  ["SELECT * FROM mysql('127.0.0.1:1', 'a', 'b', 'c', 'd')", 'READ ON MYSQL'],
  ["SELECT * FROM sqlite('CANARY', 't')", 'READ ON SQLITE'],
  ["CREATE TABLE default.f (a String) ENGINE = File(CSV, 'CANARY')", 'TABLE ENGINE ON File'],
  ["CREATE TABLE default.u (a String) ENGINE = URL('http://127.0.0.1:1/', CSV)", 'TABLE ENGINE ON URL'],
  [
    "CREATE DICTIONARY default.d (a String) PRIMARY KEY a SOURCE(FILE(path 'CANARY' format 'CSV')) LAYOUT(FLAT())",
    'CREATE DICTIONARY',
  ],
  ['CREATE FUNCTION f AS (x) -> x', 'CREATE FUNCTION'],
  ['CREATE USER x', 'CREATE USER'],
  ["BACKUP DATABASE default TO File('CANARY.zip')", 'BACKUP'],
] as const)('the engine has no grant for %s', async ([statement, grant]) => {
  await expect(engine.run(statement.replace('CANARY', canary))).rejects.toThrow(
    `it's necessary to have the grant ${grant}`,
  );
});

test.for([
  'format_schema',
  'format_template_row',
  'format_template_resultset',
  'input_format_record_errors_file_path',
  'output_format_schema',
])('the engine does not let %s be changed', async (name) => {
  const constraint = `Setting ${name} should not be changed`;
  await expect(engine.run('SELECT 1', { settings: { [name]: canary } })).rejects.toThrow(constraint);
  await expect(engine.run(`SELECT 1 AS a SETTINGS ${name} = '${canary}'`)).rejects.toThrow(constraint);
});
