const DAY = 86_400_000;
const HOUR = 3_600_000;

/** How busy the shop is by the hour, UTC; 1 at the busiest. */
const HOURS = [
  0.14, 0.09, 0.06, 0.05, 0.05, 0.08, 0.16, 0.3, 0.42, 0.5, 0.56, 0.6, 0.66, 0.62, 0.58, 0.58, 0.62, 0.7,
  0.82, 0.95, 1, 0.9, 0.6, 0.3,
];
/** Sunday first. */
const WEEKDAYS = [1, 0.78, 0.72, 0.72, 0.76, 0.82, 0.95];

export interface Calendar {
  /**
   * When a chat session begins, in Unix milliseconds.
   * @param share How many of all chat sessions begin before it, 0 to 1.
   */
  startOf(share: number): number;
  /** `service.version` of the page at a time. */
  versionAt(time: number): string;
  /** From the bad deploy to the fix. */
  readonly badDeploy: { readonly from: number; readonly to: number; readonly version: string };
}

/** Days that end at `until`, with a bad deploy one morning in their second half that is mended the next morning. */
export function createCalendar(until: number, days: number): Calendar {
  const begin = until - days * DAY;
  const badDay = begin + Math.floor(days * 0.6) * DAY;
  const from = badDay - (badDay % DAY) + 9 * HOUR;
  const badDeploy = { from, to: from + DAY, version: '4.3.0' };
  // How busy all hours before each hour were.
  const begunBefore: number[] = [];
  let total = 0;
  for (let hour = 0; hour < days * 24; hour += 1) {
    begunBefore.push(total);
    const date = new Date(begin + hour * HOUR);
    total += (HOURS[date.getUTCHours()] ?? 0) * (WEEKDAYS[date.getUTCDay()] ?? 0);
  }
  return {
    badDeploy,
    startOf(share) {
      const wanted = share * total;
      const hour = Math.max(
        0,
        begunBefore.findLastIndex((sessions) => sessions <= wanted),
      );
      const within =
        (wanted - (begunBefore[hour] ?? 0)) / ((begunBefore[hour + 1] ?? total) - (begunBefore[hour] ?? 0));
      return begin + Math.floor((hour + Math.min(within, 0.999)) * HOUR);
    },
    versionAt(time) {
      if (time >= badDeploy.to) return '4.3.1';
      if (time >= badDeploy.from) return badDeploy.version;
      return time < begin + (badDeploy.from - begin) / 2 ? '4.1.0' : '4.2.0';
    },
  };
}
