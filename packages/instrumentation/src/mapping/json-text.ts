// The page's `JSON` is not used: libraries of the page replace it, and Prototype 1.6 makes it write arrays as texts.

/** What JSON can hold. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json | undefined };

const ESCAPED = /["\\\p{Cc}]/gu;
const SHORT_ESCAPES: Record<string, string> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** A text in quotes. */
export function quoted(text: string): string {
  const toEscape = (character: string) =>
    SHORT_ESCAPES[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return `"${text.replace(ESCAPED, toEscape)}"`;
}

/** A value as JSON. Properties that are `undefined` are left out. */
export function writeJson(value: Json): string {
  if (typeof value === 'string') return quoted(value);
  if (value === null || typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return `[${value.map(writeJson).join()}]`;
  const properties = Object.entries(value as Record<string, Json | undefined>).flatMap(([key, property]) =>
    property === undefined ? [] : [`${quoted(key)}:${writeJson(property)}`],
  );
  return `{${properties.join()}}`;
}

const TOKEN = /\s*("(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true|false|null|[{}[\]:,])/y;
const NAMED: Record<string, Json> = { true: true, false: false, null: null };
const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|(.))/g;

/** Reads JSON. Throws where it ends early, or is none. */
export function readJson(text: string): Json {
  const tokens = tokensOf(text);
  let next = 0;
  const take = (): string => {
    const token = tokens[next];
    if (token === undefined) throw new SyntaxError('The JSON ends early.');
    next += 1;
    return token;
  };
  /** Reads items up to the closing bracket. */
  const readList = (close: string, readItem: () => void): void => {
    if (tokens[next] === close) next += 1;
    else {
      do readItem();
      while (take() === ',');
      if (tokens[next - 1] !== close) throw new SyntaxError(`The JSON has no ${close} where it should.`);
    }
  };
  const read = (): Json => {
    const token = take();
    if (token === '[') {
      const items: Json[] = [];
      readList(']', () => items.push(read()));
      return items;
    }
    if (token === '{') {
      const properties: [string, Json][] = [];
      readList('}', () => {
        const key = unquoted(take());
        if (take() !== ':') throw new SyntaxError('The JSON has a key without a value.');
        properties.push([key, read()]);
      });
      return Object.fromEntries(properties);
    }
    if (token.startsWith('"')) return unquoted(token);
    const value = Object.hasOwn(NAMED, token) ? (NAMED[token] as Json) : Number(token);
    if (Number.isNaN(value)) throw new SyntaxError('The JSON has no value where it should.');
    return value;
  };
  return read();
}

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) tokens.push(match[1] as string);
  return tokens;
}

function unquoted(token: string): string {
  const toCharacter = (_: string, hex: string | undefined, character = '') => {
    if (hex) return String.fromCharCode(Number.parseInt(hex, 16));
    return Object.keys(SHORT_ESCAPES).find((key) => SHORT_ESCAPES[key] === `\\${character}`) ?? character;
  };
  return token.slice(1, -1).replace(ESCAPE, toCharacter);
}
