/** When and where something happened. */
export interface Moment {
  /** Epoch milliseconds. */
  readonly now: number;
  /** Address of the page then. */
  readonly href: string;
}
