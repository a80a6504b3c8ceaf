import { ClickHouseException } from '../clickhouse-http/clickhouse-exception.ts';
import { ALLOWED_DATABASES } from './allowed-names.ts';
import { ALLOWED_SETTINGS } from './allowed-settings.ts';
import { refuse } from './refuse.ts';
import type { Token } from './tokens.ts';
import { isKeyword } from './tokens.ts';

const FIRST_WORDS = ['SELECT', 'WITH', 'FROM', 'DESCRIBE', 'DESC', 'EXISTS', 'SHOW'];

/** Checks what the syntax tree does not show, before it is read. */
export function checkTokens(tokens: readonly Token[]): void {
  const first = tokens.find((token) => token.type !== 'OpeningRoundBracket');
  if (!FIRST_WORDS.some((word) => isKeyword(first, word))) {
    refuse(first?.text.toUpperCase() ?? 'An empty statement', 'Send one SELECT, SHOW, DESCRIBE or EXISTS.');
  }
  if (isKeyword(first, 'SHOW')) checkShow(tokens);
  tokens.forEach((token, index) => {
    if (token.type === 'QuotedIdentifier') checkQuotedIdentifier(token.text);
    if (token.type === 'VerticalDelimiter') refuse('\\G', 'Write FORMAT Vertical.');
    // One at the end begins no second statement.
    if (token.type === 'Semicolon' && index < tokens.length - 1) {
      throw new ClickHouseException('SYNTAX_ERROR', 'Multi-statements are not allowed.');
    }
    // Early, for the better message. A column may be called `settings`, too.
    if (isKeyword(token, 'SETTINGS') && tokens[index + 2]?.type === 'Equals') {
      checkSettingsClause(tokens, index + 1);
    }
    if (isKeyword(token, 'INTO') && isKeyword(tokens[index + 1], 'OUTFILE')) {
      refuse('INTO OUTFILE', 'Write the answer to a file yourself.');
    }
  });
}

/** Checks the SETTINGS clauses of a statement whose tree has some. */
export function checkSettings(tokens: readonly Token[]): void {
  tokens.forEach((token, index) => {
    if (isKeyword(token, 'SETTINGS')) checkSettingsClause(tokens, index + 1);
  });
}

/** `name = value`, with commas between: the tree says that there are settings, not which. */
function checkSettingsClause(tokens: readonly Token[], start: number): void {
  for (let at = start; ; at += 4) {
    const [name, equals, value, comma] = tokens.slice(at, at + 4);
    const isSimple = ['Number', 'StringLiteral', 'BareWord'].includes(value?.type ?? '');
    if (name?.type !== 'BareWord' || equals?.type !== 'Equals' || !isSimple) {
      refuse('This SETTINGS clause', 'Write name = value, or send settings as parameters of the URL.');
    }
    if (!ALLOWED_SETTINGS.has(name.text)) {
      refuse(
        `The setting ${name.text}`,
        'See apps/local-backend/src/policy/allowed-settings.ts for those that can be changed.',
      );
    }
    if (comma?.type !== 'Comma') break;
  }
}

/** The engine writes names into its syntax tree as they are: these could be read as more of the tree. */
function checkQuotedIdentifier(text: string): void {
  if (/^(?:`[^`\\\p{Cc}]*`|"[^"\\\p{Cc}]*")$/u.test(text) && !/['`"]/.test(text.slice(1, -1))) return;
  refuse(`The name ${text}`, 'Use names without quotes, backslashes and control characters.');
}

/**
 * `SHOW [FULL] TABLES [FROM database] [[NOT] LIKE 'pattern'] [LIMIT n]`, `SHOW DATABASES …` and `SHOW CREATE …`: the
 * engine turns SHOW into another statement, and its tree shows no conditions.
 */
function checkShow(tokens: readonly Token[]): void {
  const simple = ['BareWord', 'QuotedIdentifier', 'StringLiteral', 'Number', 'Dot', 'Semicolon'];
  const what = isKeyword(tokens[1], 'FULL') ? tokens[2] : tokens[1];
  const isKnown = ['TABLES', 'DATABASES', 'CREATE'].some((word) => isKeyword(what, word));
  if (!isKnown || tokens.some((token) => !simple.includes(token.type) || isKeyword(token, 'WHERE'))) {
    refuse(
      'This SHOW',
      'Send SHOW TABLES, SHOW DATABASES, SHOW CREATE TABLE, or a SELECT from the database system.',
    );
  }
  tokens.forEach((token, index) => {
    if (!isKeyword(token, 'FROM') && !isKeyword(token, 'IN')) return;
    const database = tokens[index + 1]?.text.replaceAll(/[`"]/g, '') ?? '';
    if (database !== 'system' && !ALLOWED_DATABASES.has(database))
      refuse(`The database ${database}`, 'Read otel.');
  });
}
