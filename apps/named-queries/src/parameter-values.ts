import type { NamedQuery } from './load-queries.ts';
import type { ParameterValue } from './parameter-type.ts';

export type ParameterValues = Readonly<Record<string, ParameterValue>>;

/** A request that cannot be answered as it is: what is wrong, and what to do about it. */
export class BadParametersError extends Error {
  override readonly name = 'BadParametersError';
  readonly whatToDo: string;

  constructor(message: string, whatToDo: string) {
    super(message);
    this.whatToDo = whatToDo;
  }
}

/**
 * The values of a query's parameters, from those of a URL.
 * @throws BadParametersError when one is missing, unknown, there twice, or not of its type.
 */
export function parameterValues(query: NamedQuery, search: URLSearchParams): ParameterValues {
  const { name: queryName, parameters } = query;
  for (const name of search.keys()) {
    if (!parameters.has(name)) {
      const known = [...parameters].map(([known, type]) => `${known} (${type.name})`).join(', ') || 'none';
      // JSON.stringify keeps a strange name readable; the rest of a long one says nothing.
      const shown = JSON.stringify(name.slice(0, 50));
      throw new BadParametersError(
        `The query ${queryName} has no parameter ${shown}.`,
        `Its parameters: ${known}.`,
      );
    }
  }
  const values: Record<string, ParameterValue> = {};
  for (const [name, type] of parameters) {
    const [text, second] = search.getAll(name);
    const example = `Send ${name}=… once: ${type.expected}.`;
    if (text === undefined) throw new BadParametersError(`The parameter ${name} is missing.`, example);
    if (second !== undefined) throw new BadParametersError(`The parameter ${name} is there twice.`, example);
    const value = type.parse(text);
    if (value === undefined) {
      throw new BadParametersError(`The parameter ${name} is not of the type ${type.name}.`, example);
    }
    values[name] = value;
  }
  return values;
}
