declare global {
  interface Window {
    exponea: { track(type: string, payload: unknown): void };
  }
}

/** A tracker like the one that the vendor's widget reports to. It does nothing. */
export function createTracker(): Window['exponea'] {
  return { track() {} };
}
