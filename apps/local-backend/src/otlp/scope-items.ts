import { attributeTexts } from './attribute-text.ts';
import { MalformedRequestError } from './malformed-request.ts';
import type { ResourceEntry, ScopeEntry } from './otlp-request.ts';
import { listOf, objectOf, textOf } from './read-fields.ts';

/** The names of the three nested lists in a request of one signal. */
export interface ListNames {
  readonly resources: string;
  readonly scopes: string;
  readonly items: string;
}

/** The spans or log records of one scope, with what they share. */
export interface ScopeItems<Item> {
  readonly resource: Record<string, string>;
  readonly resourceSchemaUrl: string;
  readonly scopeName: string;
  readonly scopeVersion: string;
  readonly scopeAttributes: Record<string, string>;
  readonly scopeSchemaUrl: string;
  /** Each with the place where it is in the request. */
  readonly items: readonly { readonly item: Item; readonly at: string }[];
}

/**
 * Walks through an OTLP/JSON request, scope by scope.
 * @throws MalformedRequestError where the request is not what it should be.
 */
export function* scopeItems<Item extends object>(
  request: unknown,
  names: ListNames,
): Generator<ScopeItems<Item>> {
  if (typeof request !== 'object' || request === null || Array.isArray(request)) {
    throw new MalformedRequestError(`The body is not a JSON object with \`${names.resources}\`.`);
  }
  refuseUnknownLists(request, names.resources, '');
  for (const [r, entry] of lists<ResourceEntry>(request, names.resources, names.resources)) {
    const at = `${names.resources}[${r}]`;
    refuseUnknownLists(entry, names.scopes, `${at}.`);
    const resource = objectOf(entry.resource, `${at}.resource`);
    const resourceAttributes = attributeTexts(resource?.attributes, `${at}.resource.attributes`);
    const resourceSchemaUrl = textOf(entry.schemaUrl, `${at}.schemaUrl`);
    for (const [s, scoped] of lists<ScopeEntry>(entry, names.scopes, `${at}.${names.scopes}`)) {
      const scopeAt = `${at}.${names.scopes}[${s}]`;
      const itemsAt = `${scopeAt}.${names.items}`;
      refuseUnknownLists(scoped, names.items, `${scopeAt}.`);
      const scope = objectOf(scoped.scope, `${scopeAt}.scope`);
      yield {
        resource: resourceAttributes,
        resourceSchemaUrl,
        scopeName: textOf(scope?.name, `${scopeAt}.scope.name`),
        scopeVersion: textOf(scope?.version, `${scopeAt}.scope.version`),
        scopeAttributes: attributeTexts(scope?.attributes, `${scopeAt}.scope.attributes`),
        scopeSchemaUrl: textOf(scoped.schemaUrl, `${scopeAt}.schemaUrl`),
        items: lists<Item>(scoped, names.items, itemsAt).map(([i, item]) => ({
          item,
          at: `${itemsAt}[${i}]`,
        })),
      };
    }
  }
}

/** Unknown fields are ignored, as OTLP asks, but for lists: what is in them would be acknowledged and not stored. */
function refuseUnknownLists(holder: object, known: string, where: string): void {
  for (const [name, value] of Object.entries(holder)) {
    if (name === known || !Array.isArray(value) || value.length === 0) continue;
    throw new MalformedRequestError(`${where}${name} is unknown here: send ${where}${known}.`);
  }
}

function lists<T extends object>(holder: object, name: string, where: string): [number, T][] {
  return [...listOf<T>((holder as Record<string, unknown>)[name], where).entries()];
}
