import type { ShopperEvent } from '../protocol.ts';
import { Rejection } from './rejection.ts';

export interface SendEvent {
  readonly event: ShopperEvent;
  /** The page that the shopper is on. */
  readonly url: string;
  readonly endCustomerId: string;
  readonly conversationId?: string;
}

const MOST_TEXT_LENGTH = 2_000;
const MOST_URL_LENGTH = 2_048;
const MOST_LIST_LENGTH = 100;
const ID = /^[\w.:-]{1,128}$/;

type Fields = Record<string, unknown>;
/** Throws a `Rejection` when the value is not what the field needs. */
type Check = (value: unknown, where: string) => void;

/** The fields of each event type; `?` marks an optional one. */
const EVENT_FIELDS: Readonly<Record<ShopperEvent['type'], Readonly<Record<string, Check>>>> = {
  'ADD_MESSAGE.USER.TEXT': { text: nonEmptyText },
  'ADD_MESSAGE.USER.DIRECT_CALL': { 'target?': id, 'source?': id, 'text?': text, 'payload?': anything },
  'ADD_MESSAGE.USER.GEN_BY_BTN': { text: oneOf('SHOW_SIMILAR', 'COMPARISON'), 'label?': text },
  'ADD_MESSAGE.USER.FEEDBACK': { 'score?': number, 'text?': text, 'messages?': list },
  SELECTED_ITEMS: { ids: idList },
  'FE.SET_CONTEXT': {
    'currentItemIds?': idList,
    'currentItemId?': id,
    'miniPageProduct?': id,
    'remove?': idList,
  },
};

/** @throws Rejection 400 that names the field; it never quotes a value, which may be what a shopper wrote. */
export function parseSendEvent(body: unknown): SendEvent {
  const fields = object(body, 'The body');
  const event = object(fields.event, 'event');
  const type = event.type;
  if (typeof type !== 'string' || !Object.hasOwn(EVENT_FIELDS, type)) {
    throw new Rejection(400, `event.type must be one of ${Object.keys(EVENT_FIELDS).join(', ')}.`);
  }
  const checks = EVENT_FIELDS[type as ShopperEvent['type']];
  return {
    event: {
      type,
      ...pick(event, { _id: id, sentDate: date, ...checks }, 'event.'),
    } as unknown as ShopperEvent,
    ...(pick(fields, { url, endCustomerId: id, 'conversationId?': id }) as unknown as Omit<
      SendEvent,
      'event'
    >),
  };
}

/** The checked fields alone: what else came is dropped. */
function pick(from: Fields, checks: Readonly<Record<string, Check>>, prefix = ''): Fields {
  const picked: Fields = {};
  for (const [key, check] of Object.entries(checks)) {
    const name = key.replace('?', '');
    const value = from[name];
    if (value === undefined && key.endsWith('?')) continue;
    check(value, prefix + name);
    picked[name] = value;
  }
  return picked;
}

function object(value: unknown, where: string): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  throw new Rejection(400, `${where} must be an object.`);
}

function demand(holds: boolean, where: string, what: string): void {
  if (!holds) throw new Rejection(400, `${where} must be ${what}.`);
}

function id(value: unknown, where: string): void {
  demand(typeof value === 'string' && ID.test(value), where, 'an id: 1 to 128 letters, digits or _ . : -');
}

function idList(value: unknown, where: string): void {
  list(value, where);
  for (const item of value as unknown[]) id(item, `${where}[]`);
}

function list(value: unknown, where: string): void {
  demand(
    Array.isArray(value) && value.length <= MOST_LIST_LENGTH,
    where,
    `a list of at most ${MOST_LIST_LENGTH}`,
  );
}

function text(value: unknown, where: string): void {
  const fits = typeof value === 'string' && value.length <= MOST_TEXT_LENGTH;
  demand(fits, where, `a string of at most ${MOST_TEXT_LENGTH} characters`);
}

function nonEmptyText(value: unknown, where: string): void {
  text(value, where);
  demand((value as string).trim() !== '', where, 'more than white space');
}

function url(value: unknown, where: string): void {
  const fits = typeof value === 'string' && value.length <= MOST_URL_LENGTH && URL.canParse(value);
  demand(fits, where, `a URL of at most ${MOST_URL_LENGTH} characters`);
}

function date(value: unknown, where: string): void {
  demand(typeof value === 'string' && !Number.isNaN(Date.parse(value)), where, 'an ISO 8601 date');
}

function number(value: unknown, where: string): void {
  demand(typeof value === 'number', where, 'a number');
}

function oneOf(...values: readonly string[]): Check {
  return (value, where) =>
    demand(
      values.some((one) => one === value),
      where,
      `one of ${values.join(', ')}`,
    );
}

function anything(): void {}
