import registryJson from '@chatspan/semantic-conventions/registry.json' with { type: 'json' };

const types = new Map(registryJson.attributes.map(({ name, type }) => [name, type]));

/** Attributes as ClickHouse holds them, all texts, with the types that the conventions give them. */
export function typedAttributes(texts: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, typed(String(text), types.get(name))]),
  );
}

/** What is not of its type stays a text. */
function typed(text: string, type: string | undefined): unknown {
  if (type === 'int' && /^-?\d+$/.test(text)) return Number(text);
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  if (type === 'string[]' && text.startsWith('[')) return JSON.parse(text);
  return text;
}
