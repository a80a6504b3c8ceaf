import { onTestFinished } from 'vitest';

/** Listeners and timers that were added and not yet removed. */
export interface PageWatch {
  listeners(): string[];
  timers(): number;
}

type Timer = 'setTimeout' | 'setInterval' | 'clearTimeout' | 'clearInterval';

/** Counts what scripts leave behind on the page, from now until the test has finished. */
export function watchPage(): PageWatch {
  const listeners: { target: unknown; type: unknown; listener: unknown; capture: boolean }[] = [];
  const timers = new Set<unknown>();

  // The test runner gives the window methods of its own.
  for (const owner of [EventTarget.prototype, window]) {
    replace(owner, 'addEventListener', (original, target, args) => {
      listeners.push(toEntry(target, args));
      return original();
    });
    replace(owner, 'removeEventListener', (original, target, args) => {
      const gone = toEntry(target, args);
      const index = listeners.findIndex((entry) =>
        (['target', 'type', 'listener', 'capture'] as const).every((key) => entry[key] === gone[key]),
      );
      if (index >= 0) listeners.splice(index, 1);
      return original();
    });
  }
  for (const name of ['setTimeout', 'setInterval'] as const satisfies Timer[]) {
    replace(window, name, (original, _, args) => {
      const work = args[0] as () => void;
      args[0] = () => {
        if (name === 'setTimeout') timers.delete(id);
        work();
      };
      const id = original();
      timers.add(id);
      return id;
    });
  }
  for (const name of ['clearTimeout', 'clearInterval'] as const satisfies Timer[]) {
    replace(window, name, (original, _, args) => {
      timers.delete(args[0]);
      return original();
    });
  }
  return {
    listeners: () => listeners.map(({ type }) => String(type)).toSorted(),
    timers: () => timers.size,
  };
}

function toEntry(target: unknown, [type, listener, options]: unknown[]) {
  const capture =
    typeof options === 'object' && options !== null ? 'capture' in options && options.capture : options;
  return { target: target ?? window, type, listener, capture: Boolean(capture) };
}

/** Puts a function around a method, until the test has finished. */
function replace(
  owner: object,
  name: string,
  around: (original: () => unknown, self: unknown, args: unknown[]) => unknown,
): void {
  const methods = owner as Record<string, (...args: unknown[]) => unknown>;
  const own = Object.getOwnPropertyDescriptor(owner, name);
  const method = methods[name] as (...args: unknown[]) => unknown;
  methods[name] = function watched(this: unknown, ...args) {
    return around(() => Reflect.apply(method, this, args), this, args);
  };
  onTestFinished(() => {
    if (own) Object.defineProperty(owner, name, own);
    else Reflect.deleteProperty(owner, name);
  });
}
