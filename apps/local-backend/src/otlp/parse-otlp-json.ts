import { hasSnakeCaseNames, renameSnakeCase } from './field-names.ts';
import { MalformedRequestError } from './malformed-request.ts';

/**
 * Parses OTLP/JSON. Integers beyond 2^53 that come as JSON numbers stay exact: they become strings. Names of fields come
 * out in lowerCamelCase, also when they were sent in snake_case.
 * @throws MalformedRequestError for anything that is not JSON, and for a field that is there twice.
 */
export function parseOtlpJson(text: string): unknown {
  const request = parseJson(text);
  refuseRepeatedList(text);
  if (hasSnakeCaseNames(text)) renameSnakeCase(request);
  return request;
}

function parseJson(text: string): unknown {
  try {
    // A reviver costs a multiple of the parse, and almost every exporter writes 64-bit integers as strings.
    if (!/[:[,]\s*-?\d{16}/.test(text)) return JSON.parse(text);
    return JSON.parse(text, (_key, value: unknown, context?: { source?: string }) =>
      typeof value === 'number' && /^-?\d{16,}$/.test(context?.source ?? '') ? context?.source : value,
    );
  } catch (error) {
    if (error instanceof RangeError) {
      throw new MalformedRequestError('The body is nested too deep.', { cause: error });
    }
    throw new MalformedRequestError(`The body is not JSON: ${(error as Error).message}.`, { cause: error });
  }
}

/** `JSON.parse` keeps the last of two members with one name: the spans of the first would be lost. */
function refuseRepeatedList(text: string): void {
  const lists = text.match(/"(?:resourceSpans|resourceLogs)"\s*:/g) ?? [];
  if (lists.length > 1)
    throw new MalformedRequestError(`${lists[0]?.split('"')[1]} is there more than once.`);
}
