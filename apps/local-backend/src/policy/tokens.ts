import { ClickHouseException } from '../clickhouse-http/clickhouse-exception.ts';
import type { RunInSession } from '../engine/open-engine.ts';
import { stringLiteral } from '../engine/sql-text.ts';

/** A token of the engine's own lexer. */
export interface Token {
  /** A name of ClickHouse's `TokenType`, as `BareWord` or `StringLiteral`. */
  readonly type: string;
  readonly text: string;
}

export interface TokenizedStatement {
  /** Without white space and comments. */
  readonly tokens: readonly Token[];
  /** The statement without comments: the embedded engine follows some, as `-- { serverError 62 }`. */
  readonly text: string;
}

/** Splits a statement as the engine does. */
export async function tokenize(statement: string, run: RunInSession): Promise<TokenizedStatement> {
  const query =
    'SELECT token.begin, token.end, token.type ' +
    `FROM (SELECT arrayJoin(tokenizeQuery(${stringLiteral(statement)})) AS token)`;
  const lines = Buffer.from((await run(query, 'TSVRaw')).bytes)
    .toString('utf8')
    .split('\n');
  // Positions are bytes.
  const bytes = Buffer.from(statement, 'utf8');
  const tokens: Token[] = [];
  let code = '';
  for (const line of lines) {
    const [begin, end, type = ''] = line.split('\t');
    if (type.startsWith('Error')) {
      throw new ClickHouseException('SYNTAX_ERROR', `Syntax error at byte ${begin}: ${type}.`);
    }
    const text = bytes.toString('utf8', Number(begin), Number(end));
    code += type === 'Comment' ? ' ' : text;
    if (!['', 'Whitespace', 'Comment', 'EndOfStream'].includes(type)) tokens.push({ type, text });
  }
  return { tokens, text: code };
}

/** Whether the token is this keyword, which stands in no quotes. */
export function isKeyword(token: Token | undefined, keyword: string): boolean {
  return token?.type === 'BareWord' && token.text.toUpperCase() === keyword;
}
