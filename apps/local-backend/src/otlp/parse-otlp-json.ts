/**
 * Parses OTLP/JSON. Integers beyond 2^53 that come as JSON numbers stay exact: they become strings.
 * @throws SyntaxError for anything that is not JSON.
 */
export function parseOtlpJson(text: string): unknown {
  // A reviver costs a multiple of the parse, and almost every exporter writes 64-bit integers as strings.
  if (!/[:[,]\s*-?\d{16}/.test(text)) return JSON.parse(text);
  return JSON.parse(text, (_key, value: unknown, context?: { source?: string }) =>
    typeof value === 'number' && /^-?\d{16,}$/.test(context?.source ?? '') ? context?.source : value,
  );
}
