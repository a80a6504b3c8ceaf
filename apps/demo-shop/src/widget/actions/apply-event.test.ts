import { expect, test } from 'vitest';
import type { IncomingEvent } from '../api/api-events.ts';
import type { State } from '../state/state.ts';
import { initialState } from '../state/state.ts';
import { applyEvent } from './apply-event.ts';

function after(...events: IncomingEvent[]): State {
  let state = initialState();
  for (const event of events) state = { ...state, ...applyEvent(state, event) };
  return state;
}

test('text that is appended grows the last message', () => {
  const state = after(
    { _id: 'm1', type: 'ADD_MESSAGE.ASSISTANT.TEXT', text: 'One', responseId: 'r1' },
    { _id: 'm2', type: 'ADD_MESSAGE.ASSISTANT.TEXT', text: 'Tw' },
    { _id: 'a1', type: 'APPEND_LAST_ASSISTANT_MESSAGE', text: 'o' },
  );
  expect(state.entries).toMatchObject([
    { id: 'm1', text: 'One', responseId: 'r1', streaming: false },
    { id: 'm2', text: 'Two', streaming: true },
  ]);
});

test('what the assistant says it is doing goes when the answer comes', () => {
  const looking: IncomingEvent = { _id: 'n1', type: 'ADD_MESSAGE.ASSISTANT.NOTIFICATION', text: 'Looking …' };
  expect(after(looking).progress).toBe('Looking …');
  expect(
    after(looking, { _id: 'm1', type: 'ADD_MESSAGE.ASSISTANT.TEXT', text: 'One' }).progress,
  ).toBeUndefined();
});

test('an append without a message to grow changes nothing', () => {
  expect(after({ _id: 'a1', type: 'APPEND_LAST_ASSISTANT_MESSAGE', text: 'o' }).entries).toEqual([]);
});
