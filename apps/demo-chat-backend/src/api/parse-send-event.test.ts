import { expect, test } from 'vitest';
import { parseSendEvent } from './parse-send-event.ts';
import { Rejection } from './rejection.ts';

const EVENT = { _id: 'e1', type: 'ADD_MESSAGE.USER.TEXT', sentDate: '2026-11-24T08:00:00Z', text: 'hello' };
const BODY = { event: EVENT, url: 'http://localhost:8080/', endCustomerId: 'c1' };

function reasonFor(body: unknown): string {
  try {
    parseSendEvent(body);
  } catch (error) {
    if (error instanceof Rejection && error.status === 400) return error.message;
    throw error;
  }
  return 'accepted';
}

test('takes each event type of the API and drops fields that it does not know', () => {
  const base = { _id: 'e1', sentDate: '2026-11-24T08:00:00Z' };
  const events = [
    { ...base, type: 'ADD_MESSAGE.USER.TEXT', text: 'hello' },
    {
      ...base,
      type: 'ADD_MESSAGE.USER.DIRECT_CALL',
      target: 't',
      source: 'DEFAULT',
      text: '',
      payload: { any: 1 },
    },
    { ...base, type: 'ADD_MESSAGE.USER.GEN_BY_BTN', text: 'SHOW_SIMILAR', label: 'Similar' },
    { ...base, type: 'ADD_MESSAGE.USER.FEEDBACK', score: 5, text: 'good', messages: [] },
    { ...base, type: 'SELECTED_ITEMS', ids: ['100001'] },
    {
      ...base,
      type: 'FE.SET_CONTEXT',
      currentItemId: '100001',
      currentItemIds: [],
      miniPageProduct: '1',
      remove: [],
    },
  ];
  for (const event of events) {
    expect(parseSendEvent({ ...BODY, event: { ...event, extra: true }, extra: true })).toEqual({
      ...BODY,
      event,
    });
  }
});

test.each([
  ['a list', [], 'The body must be an object.'],
  ['no event', { ...BODY, event: undefined }, 'event must be an object.'],
  [
    'another type',
    { ...BODY, event: { ...EVENT, type: 'NEW.TYPE' } },
    'event.type must be one of ADD_MESSAGE.USER.TEXT, ADD_MESSAGE.USER.DIRECT_CALL, ADD_MESSAGE.USER.GEN_BY_BTN, ADD_MESSAGE.USER.FEEDBACK, SELECTED_ITEMS, FE.SET_CONTEXT.',
  ],
  [
    'a type of Object',
    { ...BODY, event: { ...EVENT, type: 'toString' } },
    expect.stringMatching(/^event.type must/),
  ],
  [
    'no id',
    { ...BODY, event: { ...EVENT, _id: undefined } },
    expect.stringMatching(/^event\._id must be an id/),
  ],
  ['no date', { ...BODY, event: { ...EVENT, sentDate: 'soon' } }, 'event.sentDate must be an ISO 8601 date.'],
  ['an empty text', { ...BODY, event: { ...EVENT, text: ' ' } }, 'event.text must be more than white space.'],
  [
    'a text without end',
    { ...BODY, event: { ...EVENT, text: 'a'.repeat(2_001) } },
    'event.text must be a string of at most 2000 characters.',
  ],
  [
    'a button of another kind',
    { ...BODY, event: { ...EVENT, type: 'ADD_MESSAGE.USER.GEN_BY_BTN', text: 'OTHER' } },
    'event.text must be one of SHOW_SIMILAR, COMPARISON.',
  ],
  [
    'ids that are no list',
    { ...BODY, event: { ...EVENT, type: 'SELECTED_ITEMS', ids: '1' } },
    'event.ids must be a list of at most 100.',
  ],
  ['a url that is none', { ...BODY, url: 'here' }, 'url must be a URL of at most 2048 characters.'],
  [
    'no customer',
    { ...BODY, endCustomerId: undefined },
    expect.stringMatching(/^endCustomerId must be an id/),
  ],
])('names the field of %s', (_case, body, reason) => {
  expect(reasonFor(body)).toEqual(reason);
});
