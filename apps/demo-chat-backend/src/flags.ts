export const FLAG_NAMES = ['slowModel', 'toolError', 'rateLimited', 'streamCut', 'refuse'] as const;

export type FlagName = (typeof FLAG_NAMES)[number];
/** `'once'` is on for the next question that it can affect, then off. */
export type FlagValue = boolean | 'once';
export type FlagValues = Record<FlagName, FlagValue>;

/** Failures that can be switched on from the shop's page while the backend runs; all off at the start. */
export class Flags {
  readonly #values: FlagValues = {
    slowModel: false,
    toolError: false,
    rateLimited: false,
    streamCut: false,
    refuse: false,
  };

  all(): FlagValues {
    return { ...this.#values };
  }

  set(changes: Partial<FlagValues>): void {
    Object.assign(this.#values, changes);
  }

  /** Whether the failure happens now; uses a `'once'` up. */
  take(name: FlagName): boolean {
    const value = this.#values[name];
    if (value === 'once') this.#values[name] = false;
    return value !== false;
  }
}
