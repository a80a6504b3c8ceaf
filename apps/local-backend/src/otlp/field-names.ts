import { MalformedRequestError } from './malformed-request.ts';

/** A name as the proto files spell it, in a JSON text: only names of members stand before a colon. */
const SNAKE_CASE_MEMBER = /"[a-z]+_[a-z_]+"\s*:/;
const SNAKE_CASE = /^[a-z]+(?:_[a-z]+)+$/;

export function hasSnakeCaseNames(text: string): boolean {
  return SNAKE_CASE_MEMBER.test(text);
}

/**
 * Renames `resource_spans` to `resourceSpans`, and so on, in place: protobuf's JSON has both spellings, and the Collector
 * takes both. Attributes' own keys are values, not names.
 */
export function renameSnakeCase(value: unknown): void {
  // No recursion: a body may be nested as deep as it is long.
  const rest = [value];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    if (!Array.isArray(next)) renameMembers(next as Record<string, unknown>);
    for (const member of Object.values(next)) if (typeof member === 'object') rest.push(member);
  }
}

function renameMembers(holder: Record<string, unknown>): void {
  for (const name of Object.keys(holder)) {
    if (!SNAKE_CASE.test(name)) continue;
    const camelCase = name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
    if (Object.hasOwn(holder, camelCase)) {
      throw new MalformedRequestError(`${camelCase} and ${name} are the same field: send one of them.`);
    }
    holder[camelCase] = holder[name];
    delete holder[name];
  }
}
