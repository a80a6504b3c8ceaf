import fc from 'fast-check';

/** Where a file could be read or written: a file that must not be read, a folder that must stay empty. */
export interface Places {
  readonly canary: string;
  readonly folder: string;
}

/** Names that the engine knows and the policy does not allow. */
export interface ForbiddenNames {
  readonly functions: readonly string[];
  readonly tableFunctions: readonly string[];
  readonly settings: readonly string[];
}

const GAPS = ['', ' ', '\n', '/* ( */', ' -- )\n', "/* ' */ ", '\t'];
const QUOTES = [
  (name: string) => name,
  (name: string) => `\`${name}\``,
  (name: string) => `"${name}"`,
  (name: string) => name.toUpperCase(),
];
/** What stands before and after the call, so that text in quotes looks like code and code like text in quotes. */
const DECOYS = [
  ['', ''],
  ["1 AS `a'`, ", " AS `b'`"],
  ["'\\'', ", ", '\\''"],
  ["$$'$$, ", ", $$'$$"],
  ['1 AS "a\'", ', ' AS "b\'"'],
  ['1 AS `a\nFunction lower`, ', ''],
  ["'''', ", ", ''''"],
  ["1 AS `--'`, /*'*/", " -- '"],
] as const;

const CALLS = [
  (call: string) => `SELECT ${call}`,
  (call: string) => `SELECT arrayMap(x -> ${call}, [1])`,
  (call: string) => `WITH ${call} AS x SELECT x`,
  (call: string) => `SELECT toString((SELECT ${call}))`,
  (call: string) => `SELECT 1 AS a ORDER BY a WITH FILL FROM length(${call}) TO 3`,
  (call: string) => `SELECT count() OVER (PARTITION BY ${call})`,
  (call: string) => `SELECT * REPLACE (${call} AS dummy) FROM system.one`,
  (call: string) => `SELECT groupArrayIf(${call}, 1)`,
  (call: string) => `SELECT 1 UNION ALL SELECT length(${call})`,
  (call: string) => `SELECT x FROM system.one ARRAY JOIN [${call}] AS x`,
  (call: string) => `SELECT throwIf(1, ${call})`,
  (call: string) => `SELECT CAST(${call} AS UInt8)`,
  (call: string) => `SELECT [1] [${call}]`,
  (call: string) => `SELECT * FROM values('a String', (${call}))`,
  (call: string) => `DESCRIBE (SELECT ${call})`,
];
const SOURCES = [
  (call: string) => `SELECT * FROM ${call}`,
  (call: string) => `FROM ${call} SELECT *`,
  (call: string) => `SELECT * FROM view(SELECT * FROM ${call})`,
  (call: string) => `SELECT 1 WHERE 'x' NOT IN (SELECT * FROM ${call})`,
  (call: string) => `WITH t AS (SELECT * FROM ${call}) SELECT * FROM t`,
  (call: string) => `SELECT * FROM system.one JOIN ${call} AS t ON 1`,
  (call: string) => `DESCRIBE TABLE ${call}`,
  (call: string) => `SELECT 1 IN ${call}`,
  (call: string) => `SELECT * APPLY toString FROM ${call}`,
];

/** Statements that call something which may read a file, in many spellings. */
export function callStatements(names: ForbiddenNames, places: Places): fc.Arbitrary<string> {
  const path = fc.constantFrom(`'${places.canary}'`, `'file://${places.canary}'`, `$$${places.canary}$$`);
  const more = fc.constantFrom('', ", 'LineAsString'", ", 'LineAsString', 'a String'", ", 'RawBLOB'");
  const call = (name: string, quote: number, gap: string, where: string, rest: string): string =>
    `${QUOTES[quote]?.(name)}${gap}(${gap}${where}${rest})`;
  const calls = (list: readonly string[]): fc.Arbitrary<string> =>
    fc
      .tuple(
        fc.constantFrom('file', ...list),
        fc.nat(QUOTES.length - 1),
        fc.constantFrom(...GAPS),
        path,
        more,
      )
      .map((parts) => call(...parts));
  const inExpressions = fc
    .tuple(calls(names.functions), fc.constantFrom(...CALLS), fc.constantFrom(...DECOYS))
    .map(
      ([text, context, [before, after]]) =>
        context(text).replace('SELECT ', () => `SELECT ${before}`) + after,
    );
  const inTables = fc
    .tuple(calls(names.tableFunctions), fc.constantFrom(...SOURCES))
    .map(([text, context]) => context(text));
  const byName = fc
    .tuple(
      fc.constantFrom(`\`${places.canary}\``, `default.\`${places.canary}\``),
      fc.constantFrom(...SOURCES),
    )
    .map(([table, context]) => context(table));
  return fc.oneof(inExpressions, inTables, byName);
}

/** What may follow a statement and writes or reads a file. */
export function endings(names: ForbiddenNames, places: Places): fc.Arbitrary<string> {
  const file = fc.constantFrom(`'${places.folder}/written'`, `'${places.canary}'`);
  const gap = fc.constantFrom(' ', '\n', " /* ' */ ", ' -- `\n');
  const outfile = fc
    .tuple(gap, file, fc.constantFrom('', ' TRUNCATE', ' APPEND', " COMPRESSION 'gzip'"))
    .map(([space, name, how]) => ` INTO${space}OUTFILE${space}${name}${how}`);
  const settings = fc
    .tuple(
      fc.constantFrom(...names.settings),
      file,
      fc.constantFrom('', ' FORMAT Template', ' FORMAT Protobuf'),
    )
    .map(([name, value, format]) => `${format} SETTINGS ${name} = ${value}`);
  return fc.oneof(fc.constantFrom('', ';', ' -- x', ' FORMAT JSON'), outfile, settings);
}

/** INSERTs that store what is in a file, or write one. */
export function insertStatements(names: ForbiddenNames, places: Places): fc.Arbitrary<string> {
  const target = fc.constantFrom(
    'otel.chat_events (event_name)',
    '`otel`.`chat_events` (`event_name`)',
    'TABLE otel.otel_logs (Body)',
    `FUNCTION file('${places.folder}/written', 'CSV', 'a String')`,
    'otel.chat_events (event_name) SETTINGS async_insert = 0',
  );
  const read = fc.constantFrom(
    `file('${places.canary}')`,
    `(SELECT * FROM file('${places.canary}', 'RawBLOB'))`,
  );
  const data = fc.oneof(
    read.map((call) => `VALUES (${call})`),
    read.map((call) => `VALUES ('x'), (substring(${call}, 1, 40))`),
    read.map((call) => `FORMAT Values (${call})`),
    read.map((call) => `SELECT ${call}`),
    fc.constant(`FROM INFILE '${places.canary}' FORMAT LineAsString`),
    fc.constant(`FROM INFILE '${places.canary}' FORMAT TSV`),
    fc.constant(`FORMAT Template 'x'`),
    fc.constantFrom(...names.settings).map((name) => `SETTINGS ${name} = '${places.canary}' FORMAT TSV x`),
    read.map((call) => `FORMAT JSONEachRow {"event_name": ${call}}`),
    read.map((call) => `FORMAT CSV ${call}`),
  );
  return fc
    .tuple(fc.constantFrom('INSERT INTO ', 'insert into ', 'INSERT /* x */ INTO '), target, data)
    .map((parts) => parts.join(' '));
}
