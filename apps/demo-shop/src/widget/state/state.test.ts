import { describe, expect, test } from 'vitest';
import { conversationState, initialState, sizeOf } from './state.ts';

const start = initialState();

describe('conversationState', () => {
  test('is what the chat shows until the shopper has said something', () => {
    expect(conversationState(start, 1_000_000, 1000)).toBe('none');
    expect(conversationState({ ...start, phase: 'home_screen' }, 1_000_000, 1000)).toBe('home_screen');
  });

  test('turns a conversation into idle once nothing was said for the limit', () => {
    const talking = { ...start, phase: 'conversation', lastMessageAt: 5000 } as const;
    expect(conversationState(talking, 5999, 1000)).toBe('conversation');
    expect(conversationState(talking, 6000, 1000)).toBe('idle');
  });
});

test('the size is large or small on desktop and half or full screen on a phone', () => {
  expect(sizeOf(start, false)).toBe('small');
  expect(sizeOf({ ...start, large: true }, false)).toBe('large');
  expect(sizeOf({ ...start, large: true }, true)).toBe('half_screen');
  expect(sizeOf({ ...start, fullScreen: true }, true)).toBe('full_screen');
});
