import { ClickHouseException } from '../clickhouse-http/clickhouse-exception.ts';
import type { Engine, RunInSession } from './open-engine.ts';
import { stringLiteral } from './sql-text.ts';

/**
 * Decides which statements may read. `readonly = 1` alone leaves holes in an engine that runs as a program of the
 * user's (measured on 26.7): `SELECT file('/etc/passwd')`, `INTO OUTFILE`, `DESCRIBE TABLE file(…)` and the opening of
 * `sqlite(…)` go through.
 */
export interface ReadPolicy {
  /**
   * @returns the statement as the engine's own parser writes it, comments gone: what was checked is what is run.
   * @throws ClickHouseException for anything but one SELECT, SHOW, DESCRIBE or EXISTS that stays inside the database.
   */
  check(statement: string, run: RunInSession): Promise<string>;
}

const FIRST_WORDS = new Set(['SELECT', 'WITH', 'SHOW', 'DESCRIBE', 'EXISTS']);

/** Table functions that compute rows and open nothing. */
const HARMLESS_TABLE_FUNCTIONS = new Set(
  'format generaterandom generateseries generate_series null numbers numbers_mt primes values view zeros zeros_mt'.split(
    ' ',
  ),
);

/** Scalar functions that read files, reach the network, or only keep the engine busy. */
const REFUSED_FUNCTIONS =
  'file addresstoline addresstolinewithinlines addresstosymbol catboostevaluate showcertificate logtrace sleep ' +
  'sleepeachrow generateserialid aiclassify aiembed aiextract aigenerate aitranslate';

export async function createReadPolicy(engine: Engine): Promise<ReadPolicy> {
  const result = await engine.run('SELECT lower(name) FROM system.table_functions', { format: 'TSVRaw' });
  const tableFunctions = Buffer.from(result.bytes).toString().trim().split('\n');
  const refused = new Set([
    ...REFUSED_FUNCTIONS.split(' '),
    ...tableFunctions.filter((name) => !HARMLESS_TABLE_FUNCTIONS.has(name)),
  ]);
  return {
    async check(statement, run) {
      const formatted = await run(`SELECT formatQuerySingleLine(${stringLiteral(statement)})`, 'TSVRaw');
      const canonical = Buffer.from(formatted.bytes).toString().trimEnd();
      refuse(canonical, refused);
      return canonical;
    },
  };
}

function refuse(canonical: string, refused: ReadonlySet<string>): void {
  // The formatter writes strings in single quotes and quoted identifiers in backticks, both escaped by a backslash.
  const code = canonical.replace(/'(?:[^'\\]|\\.)*'/gs, "''");
  const firstWord = /^\w+/.exec(code)?.[0].toUpperCase() ?? '';
  if (!FIRST_WORDS.has(firstWord)) {
    throw new ClickHouseException(
      'ACCESS_DENIED',
      `${firstWord || 'This'} is not allowed here: only reading is.`,
    );
  }
  if (/\bINTO\s+OUTFILE\b/i.test(code)) {
    throw new ClickHouseException('ACCESS_DENIED', 'INTO OUTFILE is not allowed here.');
  }
  for (const [, quoted, plain] of code.matchAll(/(?:`((?:[^`\\]|\\.)+)`|(\w+))\s*\(/gs)) {
    const name = (quoted ?? plain ?? '').replace(/\\(.)/gs, '$1');
    if (refused.has(name.toLowerCase())) {
      throw new ClickHouseException('ACCESS_DENIED', `The function ${name} is not allowed here.`);
    }
  }
}
