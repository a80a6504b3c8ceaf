/** A stretch of 28 days that is filled as a whole, and that a question can be asked of alone. */
export interface Month {
  /** In milliseconds since 1970. */
  readonly start: number;
  /** The first of its chat sessions; other months have other ones. */
  readonly firstSession: number;
  /** As views and statements name it: the bounds of a question, the second one exclusive. */
  readonly from: string;
  readonly to: string;
}

export const DAYS = 28;

/** All three ways are asked of this one; `views.sql` names its bounds. */
export const SEPTEMBER: Month = {
  start: Date.UTC(2026, 8, 1),
  firstSession: 0,
  from: '2026-09-01',
  to: '2026-10-01',
};

/** For the growth. Begins on a Tuesday like the other, so that the weeks of the partitions cut both alike. */
export const OCTOBER: Month = {
  start: Date.UTC(2026, 9, 6),
  firstSession: 1_000_000_000,
  from: '2026-10-06',
  to: '2026-11-05',
};

/** The same question of another month. */
export function askedOf(month: Month, statement: string): string {
  return statement.replaceAll(SEPTEMBER.from, month.from).replaceAll(SEPTEMBER.to, month.to);
}
