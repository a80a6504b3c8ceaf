import { onTestFinished } from 'vitest';

/** Listeners, timers and observers that were added and not yet removed. */
export interface PageWatch {
  listeners(): string[];
  timers(): number;
}

/** Counts what scripts leave behind on the page, from now until the test has finished. */
export function watchPage(): PageWatch {
  const listeners: { target: EventTarget; type: string; listener: unknown; capture: boolean }[] = [];
  const timers = new Set<unknown>();
  const captures = (options: unknown) =>
    typeof options === 'object' ? !!(options as { capture?: boolean } | null)?.capture : !!options;
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const { setTimeout, clearTimeout, setInterval, clearInterval } = window;

  EventTarget.prototype.addEventListener = function add(type, listener, options) {
    listeners.push({ target: this ?? window, type, listener, capture: captures(options) });
    return Reflect.apply(addEventListener, this, [type, listener, options]);
  };
  EventTarget.prototype.removeEventListener = function remove(type, listener, options) {
    const index = listeners.findIndex(
      (entry) =>
        entry.target === (this ?? window) &&
        entry.type === type &&
        entry.listener === listener &&
        entry.capture === captures(options),
    );
    if (index >= 0) listeners.splice(index, 1);
    return Reflect.apply(removeEventListener, this, [type, listener, options]);
  };
  window.setTimeout = ((work: () => void, ...rest: []) => {
    const id = setTimeout(
      () => {
        timers.delete(id);
        work();
      },
      ...rest,
    );
    timers.add(id);
    return id;
  }) as typeof window.setTimeout;
  window.setInterval = ((...args: Parameters<typeof window.setInterval>) => {
    const id = setInterval(...args);
    timers.add(id);
    return id;
  }) as typeof window.setInterval;
  for (const name of ['clearTimeout', 'clearInterval'] as const) {
    window[name] = (id) => {
      timers.delete(id);
      clearTimeout(id);
    };
  }
  onTestFinished(() => {
    Object.assign(EventTarget.prototype, { addEventListener, removeEventListener });
    Object.assign(window, { setTimeout, clearTimeout, setInterval, clearInterval });
  });
  return {
    listeners: () => listeners.map(({ type }) => type).toSorted(),
    timers: () => timers.size,
  };
}
