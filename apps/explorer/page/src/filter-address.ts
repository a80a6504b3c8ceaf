import type { SessionFilter } from '../../contract/session-filter.ts';
import { NO_FILTER } from '../../contract/session-filter.ts';

const WEEK_MILLIS = 7 * 24 * 3_600_000;

/** The filter that the search part of an address holds. Left out: the last seven days, and no condition. */
export function filterFromAddress(search: URLSearchParams, now: number): SessionFilter {
  const conditions = Object.entries(NO_FILTER).map(([name, none]) => {
    if (Array.isArray(none)) return [name, search.getAll(name)];
    const text = search.get(name);
    if (typeof none === 'string') return [name, text ?? none];
    const number = text === null || text === '' ? Number.NaN : Number(text);
    return [name, Number.isFinite(number) && number >= 0 ? number : none];
  });
  return {
    ...(Object.fromEntries(conditions) as typeof NO_FILTER),
    from: time(search.get('from')) ?? new Date(now - WEEK_MILLIS).toISOString(),
    to: time(search.get('to')) ?? new Date(now).toISOString(),
  };
}

/** An ISO 8601 time; undefined for other text. */
function time(text: string | null): string | undefined {
  const millis = Date.parse(text ?? '');
  return Number.isNaN(millis) ? undefined : new Date(millis).toISOString();
}
