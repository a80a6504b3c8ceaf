import type { State } from './state.ts';

export interface Store {
  get(): State;
  /** Replaces the given fields and tells the listeners, in the order they came. */
  set(change: Partial<State>): void;
  subscribe(listener: (state: State) => void): void;
}

/** `set` inside a listener takes effect after the running round, so that every listener sees every state in order. */
export function createStore(initial: State): Store {
  const listeners: ((state: State) => void)[] = [];
  let state = initial;
  let round = false;
  let again = false;
  return {
    get: () => state,
    subscribe: (listener) => {
      listeners.push(listener);
    },
    set(change) {
      state = { ...state, ...change };
      again = true;
      if (round) return;
      round = true;
      try {
        while (again) {
          again = false;
          const current = state;
          for (const listener of listeners) listener(current);
        }
      } finally {
        round = false;
      }
    },
  };
}
