/** The wall clock in whole milliseconds. Old date libraries make `Date.now()` return a `Date`. */
export function wallMillis(): number {
  return Math.trunc(Number(Date.now()));
}

// Network time moves a clock by seconds; a person or a wrong battery moves it by hours.
const MIN_SHIFT_MILLIS = 60_000;

/** Notices when somebody sets the device's clock while the page is open. */
export class ClockWatch {
  #wall: number = wallMillis();
  #monotonic: number = performance.now();

  /** How far the clock was set forward since the last call, in milliseconds; negative when it was set back. */
  takeShift(): number {
    const wall = wallMillis();
    const monotonic = performance.now();
    const shift = wall - this.#wall - (monotonic - this.#monotonic);
    if (Math.abs(shift) < MIN_SHIFT_MILLIS) return 0;
    this.#wall = wall;
    this.#monotonic = monotonic;
    return Math.round(shift);
  }
}
