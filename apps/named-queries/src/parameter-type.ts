/** How the text of a URL parameter becomes a value of a ClickHouse type. */
export interface ParameterType {
  /** As the SQL file writes it: `Array(String)`. */
  readonly name: string;
  /** What the text has to be, for messages: "a whole number from 0 to 255". */
  readonly expected: string;
  /** The value for `@clickhouse/client`; undefined when the text is not of this type. */
  parse(text: string): ParameterValue | undefined;
}

export type ParameterValue = string | number | bigint | boolean | Date | readonly ParameterValue[];

/** Longest text of a String, in UTF-16 units, and most entries of an Array. */
export const MAX_TEXT_LENGTH = 1_000;
export const MAX_ENTRIES = 1_000;

/** The type of this name; undefined when it is none that a parameter may have. */
export function parameterType(name: string): ParameterType | undefined {
  const element = /^Array\((.+)\)$/.exec(name)?.[1];
  if (element !== undefined) return arrayType(name, element);
  const bits = /^U?Int(8|16|32|64)$/.exec(name)?.[1];
  if (bits !== undefined) return integerType(name, BigInt(bits));
  if (/^DateTime64\([0-9](?:, ?'UTC')?\)$/.test(name)) return { ...moment, name };
  return simpleTypes.find((type) => type.name === name);
}

const moment = {
  expected: 'a time in UTC, such as 2026-11-01T08:00:00.000Z',
  parse(text: string) {
    if (!/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d{1,3})?Z?$/.test(text)) return undefined;
    return validDate(`${text.replace(' ', 'T').replace(/Z$/, '')}Z`);
  },
};

const simpleTypes: readonly ParameterType[] = [
  {
    name: 'String',
    expected: `a text of at most ${MAX_TEXT_LENGTH} characters`,
    // A NUL would end the statement for an engine that takes it as a C string.
    parse: (text) => (text.length <= MAX_TEXT_LENGTH && !text.includes('\0') ? text : undefined),
  },
  {
    name: 'Float64',
    expected: 'a number',
    parse: (text) => (/^-?\d{1,17}(?:\.\d{1,17})?(?:e-?\d{1,3})?$/i.test(text) ? Number(text) : undefined),
  },
  {
    name: 'Bool',
    expected: 'true or false',
    parse: (text) => (text === 'true' ? true : text === 'false' ? false : undefined),
  },
  {
    name: 'Date',
    expected: 'a day, such as 2026-11-01',
    parse: (text) => (/^\d{4}-\d\d-\d\d$/.test(text) && validDate(`${text}T00:00:00Z`) ? text : undefined),
  },
];

/** Undefined for a day that there is not, such as 30 February, which `Date` moves to March. */
function validDate(iso: string): Date | undefined {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== iso.slice(0, 10)
    ? undefined
    : date;
}

function integerType(name: string, bits: bigint): ParameterType {
  const isSigned = name.startsWith('Int');
  const least = isSigned ? -(2n ** (bits - 1n)) : 0n;
  const most = isSigned ? 2n ** (bits - 1n) - 1n : 2n ** bits - 1n;
  return {
    name,
    expected: `a whole number from ${least} to ${most}`,
    parse(text) {
      if (!/^-?\d{1,20}$/.test(text)) return undefined;
      const value = BigInt(text);
      return value >= least && value <= most ? value : undefined;
    },
  };
}

/** No DateTime64: ClickHouse reads no fractions of a second in an array. */
function arrayType(name: string, elementName: string): ParameterType | undefined {
  const element = parameterType(elementName);
  if (element === undefined || /^(?:Array|DateTime64)\(/.test(elementName)) return undefined;
  return {
    name,
    expected: `a JSON array of at most ${MAX_ENTRIES} entries, each ${element.expected}`,
    parse(text) {
      const entries = parseJsonArray(text);
      if (entries === undefined || entries.length > MAX_ENTRIES) return undefined;
      const values = entries.map((entry) =>
        // Entries may be strings for every type: a JSON number loses digits above 2^53.
        typeof entry === 'object' ? undefined : element.parse(String(entry)),
      );
      return values.every((value) => value !== undefined) ? values : undefined;
    },
  };
}

function parseJsonArray(text: string): unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : undefined;
  } catch {
    // Not JSON: the caller says what was expected.
    return undefined;
  }
}
