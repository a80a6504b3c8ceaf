import type { ParametersOf, QueryName } from '../contract/queries.ts';
import { NO_FILTER } from '../contract/session-filter.ts';

/** Each is asked as the page asks for it. */
export interface View {
  readonly view: string;
  readonly query: QueryName;
  readonly parameters: object;
}

/** What the page asks for over a time range, and for one chat session. */
export function viewsOf(range: { from: string; to: string }, session: string): View[] {
  const filter = { ...range, ...NO_FILTER };
  const list = {
    ...filter,
    sort: 'start',
    direction: 'desc',
    after_number: 0,
    after_text: '',
    after_session: '',
    limit: 50,
  };
  const view = <Name extends QueryName>(
    view: string,
    query: Name,
    parameters: ParametersOf<Name> | object,
  ): View => ({ view, query, parameters });
  const bucket_seconds = 6 * 3600;
  return [
    view('list', 'explorer-sessions', list),
    view('list by slowest answer', 'explorer-sessions', { ...list, sort: 'slowest_answer' }),
    view('list by failed turns', 'explorer-sessions', { ...list, sort: 'failed_turns' }),
    view('list by page', 'explorer-sessions', { ...list, sort: 'page', direction: 'asc' }),
    view('list of failures', 'explorer-sessions', { ...list, with: ['failed'], triggers: ['PDP_EMBEDDED'] }),
    view('list by tool and version', 'explorer-sessions', {
      ...list,
      tools: ['order_status'],
      versions: ['4.3.0'],
    }),
    view('list by an id', 'explorer-sessions', { ...list, text: session.slice(0, 8) }),
    view('count', 'explorer-session-count', filter),
    view('count of failures', 'explorer-session-count', { ...filter, outcomes: ['failed', 'unanswered'] }),
    view('live', 'explorer-live', { ...filter, since: range.to }),
    view('values of the filter', 'explorer-filter-values', range),
    view('session', 'explorer-session', { session }),
    view('session: events', 'explorer-session-events', { session, skip: 0 }),
    view('session: turns', 'explorer-session-turns', { session }),
    view('session: spans', 'explorer-session-spans', { session, skip: 0 }),
    view('summary', 'explorer-summary', filter),
    view('summary, filtered', 'explorer-summary', { ...filter, versions: ['4.3.0'] }),
    view('funnel', 'explorer-funnel', filter),
    view('sessions over time', 'explorer-sessions-over-time', { ...filter, bucket_seconds }),
    view('answer times', 'explorer-turn-times', { ...filter, bucket_seconds }),
    view('feedback', 'explorer-feedback', filter),
    view('products', 'explorer-products', filter),
    view('versions', 'explorer-versions', filter),
    view('errors', 'explorer-errors', filter),
    view('models', 'explorer-models', filter),
    view('tools', 'explorer-tools', filter),
    view('drift', 'explorer-drift', range),
    view('freshness', 'explorer-freshness', range),
  ];
}
