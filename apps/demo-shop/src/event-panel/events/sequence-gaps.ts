/** Consecutive numbers that are missing, both ends included. */
export interface SequenceGap {
  readonly from: number;
  readonly to: number;
}

/**
 * Puts gap markers between items whose sequence numbers are not continuous.
 * @param latestFirst Items by falling `seq`; equal numbers (a duplicated tab) are no gap.
 * @param complete Whether the list reaches back to the beginning, so that a first number above 1 is a gap too.
 */
export function withGaps<Item extends { readonly seq: number }>(
  latestFirst: readonly Item[],
  complete: boolean,
): (Item | SequenceGap)[] {
  return latestFirst.flatMap((item, i) => {
    const before = latestFirst[i + 1]?.seq ?? (complete ? 0 : item.seq - 1);
    return item.seq - before > 1 ? [item, { from: before + 1, to: item.seq - 1 }] : [item];
  });
}
