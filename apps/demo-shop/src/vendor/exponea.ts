/*
 * A stand-in for the tracker of the chat widget's vendor, which a real shop loads from the vendor's server.
 * It has the documented call, `track(type, properties, successCallback?, errorCallback?)`, keeps the latest calls in
 * `exponea.calls` for anyone who wants to look at them, and sends nothing.
 */

/** One call of `track`, as it came. */
export interface TrackedCall {
  readonly type: string;
  readonly properties: unknown;
  readonly at: number;
}

/** As many calls as `exponea.calls` keeps; older ones are dropped. */
export const keptCalls = 500;

export interface Exponea {
  readonly calls: readonly TrackedCall[];
  track(
    type: string,
    properties: unknown,
    successCallback?: () => void,
    errorCallback?: (error: Error) => void,
  ): void;
}

export function createExponea(): Exponea {
  const calls: TrackedCall[] = [];
  return {
    calls,
    track(type, properties, successCallback, errorCallback) {
      if (typeof type !== 'string' || type === '') {
        errorCallback?.(new Error('exponea.track: the event type is missing.'));
        return;
      }
      calls.push({ type, properties, at: Date.now() });
      if (calls.length > keptCalls) calls.shift();
      successCallback?.();
    },
  };
}

declare global {
  interface Window {
    exponea?: Exponea;
  }
}

// Tests import this file in Node, where there is no window.
if (typeof window !== 'undefined') window.exponea ??= createExponea();
