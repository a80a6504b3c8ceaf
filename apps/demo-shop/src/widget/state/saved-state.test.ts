import { describe, expect, test } from 'vitest';
import type { Entry } from './entries.ts';
import { question } from './question.ts';
import { endCustomerId, restoreState, saveState } from './saved-state.ts';
import { initialState } from './state.ts';

function memoryStorage(): Storage {
  const values = new Map<string, string>();
  return {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
  } as Storage;
}

const forbidden = (): Storage => {
  throw new DOMException('denied', 'SecurityError');
};

const asked = question('text', { type: 'ADD_MESSAGE.USER.TEXT', text: 'hm' }, 'hm');

describe('a saved chat', () => {
  test('comes back as it was', () => {
    const storage = memoryStorage();
    const state = { ...initialState(), view: 'minimized', large: true, selection: ['431374'] } as const;
    expect(saveState(state, () => storage)).toBe(true);
    expect(restoreState(() => storage)).toEqual(state);
  });

  test('offers to ask again when the page went away during an answer', () => {
    const storage = memoryStorage();
    const partial: Entry = {
      kind: 'assistant',
      id: 'm1',
      text: 'The war',
      responseId: undefined,
      streaming: true,
      local: false,
      rating: undefined,
    };
    saveState(
      { ...initialState(), entries: [partial], pending: asked, progress: 'Looking …' },
      () => storage,
    );
    const restored = restoreState(() => storage);
    expect(restored).toMatchObject({ pending: undefined, progress: undefined });
    expect(restored.entries).toMatchObject([
      { kind: 'assistant', text: 'The war', streaming: false },
      {
        kind: 'failure',
        sentence: 'The page changed before the answer was complete.',
        question: { text: 'hm' },
      },
    ]);
  });

  test('keeps the last 200 entries', () => {
    const storage = memoryStorage();
    const entries = Array.from(
      { length: 250 },
      (_, n): Entry => ({ kind: 'user', id: `u${n}`, text: '', voice: false }),
    );
    saveState({ ...initialState(), entries }, () => storage);
    const restored = restoreState(() => storage);
    expect(restored.entries).toHaveLength(200);
    expect(restored.entries[0]?.id).toBe('u50');
  });

  test.each([
    '{',
    'null',
    '{"version":0,"state":{"entries":[],"chatId":"x"}}',
    '{"version":1,"state":{"entries":1}}',
  ])('starts anew from %s', (saved) => {
    const storage = memoryStorage();
    storage.setItem('clarity-demo.state', saved);
    expect(restoreState(() => storage)).toMatchObject({ view: 'none', entries: [] });
  });

  test('lives in the page when the storage is forbidden', () => {
    expect(restoreState(forbidden)).toMatchObject({ view: 'none', entries: [] });
    expect(saveState(initialState(), forbidden)).toBe(false);
  });
});

test('the shopper keeps an id where the storage allows', () => {
  const storage = memoryStorage();
  const first = endCustomerId(() => storage);
  expect(endCustomerId(() => storage)).toBe(first);
  expect(endCustomerId(forbidden)).toMatch(/^[0-9a-f]{8}-/);
});
