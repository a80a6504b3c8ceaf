import type { IncomingEvent, ProductItem, QuickReply } from './api-events.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Checks one value of an answer. Returns `undefined` for types the widget does not know: the vendor adds types
 * without calling it a breaking change. Throws a TypeError when a known type lacks what it must have.
 */
export function readIncoming(value: unknown): IncomingEvent | undefined {
  const fields = fieldsOf(value, 'an event');
  const _id = stringOf(fields, '_id');
  const type = stringOf(fields, 'type');
  switch (type) {
    case 'ADD_MESSAGE.ASSISTANT.TEXT':
      return {
        type,
        _id: typeof fields.messageId === 'string' ? fields.messageId : _id,
        text: stringOf(fields, 'text'),
        ...optionalString(fields, 'responseId'),
        ...optionalString(fields, 'batchId'),
      };
    case 'APPEND_LAST_ASSISTANT_MESSAGE':
    case 'ADD_MESSAGE.ASSISTANT.NOTIFICATION':
      return { type, _id, text: stringOf(fields, 'text') };
    case 'ADD_MESSAGE.ASSISTANT.CAROUSEL':
      return {
        type,
        _id,
        data: listOf(fields, 'data').map(productOf),
        ...optionalString(fields, 'categoryName'),
      };
    case 'ADD_MESSAGE.ASSISTANT.QUICK_REPLY':
      return { type, _id, data: listOf(fields, 'data').map(quickReplyOf), ...optionalString(fields, 'text') };
    case 'FATAL_ERROR':
      return { type, _id, ...optionalString(fields, 'text') };
    default:
      return undefined;
  }
}

function productOf(value: unknown): ProductItem {
  const fields = fieldsOf(value, 'a product');
  const price = fields.price;
  if (typeof price !== 'number') throw new TypeError('a product has no number "price"');
  return {
    id: stringOf(fields, 'id'),
    name: stringOf(fields, 'name'),
    price,
    currency: stringOf(fields, 'currency'),
    category: stringOf(fields, 'category'),
    url: stringOf(fields, 'url'),
    picture: stringOf(fields, 'picture'),
  };
}

function quickReplyOf(value: unknown): QuickReply {
  const fields = fieldsOf(value, 'a quick reply');
  return {
    label: stringOf(fields, 'label'),
    ...optionalString(fields, 'target'),
    ...(fields.payload === undefined ? {} : { payload: fields.payload }),
  };
}

function fieldsOf(value: unknown, what: string): Fields {
  if (typeof value !== 'object' || value === null) throw new TypeError(`${what} is not an object`);
  return value as Fields;
}

function listOf(fields: Fields, name: string): readonly unknown[] {
  const value = fields[name];
  if (!Array.isArray(value)) throw new TypeError(`an event has no list "${name}"`);
  return value;
}

function stringOf(fields: Fields, name: string): string {
  const value = fields[name];
  if (typeof value !== 'string') throw new TypeError(`an event has no text "${name}"`);
  return value;
}

function optionalString<Name extends string>(fields: Fields, name: Name): { [key in Name]?: string } {
  const value = fields[name];
  return typeof value === 'string' ? ({ [name]: value } as { [key in Name]: string }) : {};
}
