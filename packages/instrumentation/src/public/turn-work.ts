/** A request, or other work, that a turn waits for. */
export interface TurnWork {
  /** The first byte of the answer is there. Epoch milliseconds. */
  firstByte(now: number): void;
  /** It is over: well, with a class of errors, or cancelled by the page. Epoch milliseconds. */
  end(now: number, outcome?: WorkOutcome): void;
}

/** How a piece of work ended, when not well. */
export interface WorkOutcome {
  readonly error?: string | undefined;
  readonly cancelled?: boolean;
}
