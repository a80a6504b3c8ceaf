import type * as overview from './overview-rows.ts';
import type * as detail from './session-detail-rows.ts';
import type { SessionFilter } from './session-filter.ts';
import type * as sessions from './session-rows.ts';

interface Query<Parameters, Row> {
  parameters: Parameters;
  row: Row;
}

/** The queries by name: `collector-config/clickhouse/queries/<name>.sql`. */
export interface Queries {
  'explorer-sessions': Query<sessions.SessionsParameters, sessions.ListedSessionRow>;
  'explorer-session-count': Query<SessionFilter, { sessions: number }>;
  'explorer-live': Query<sessions.LiveParameters, sessions.SessionRow>;
  'explorer-filter-values': Query<overview.RangeParameters, sessions.FilterValueRow>;
  /** No row: there is no such session. */
  'explorer-session': Query<detail.SessionParameters, sessions.SessionRow>;
  'explorer-session-events': Query<detail.PagedSessionParameters, detail.EventRow>;
  'explorer-session-turns': Query<detail.SessionParameters, detail.TurnRow>;
  'explorer-session-spans': Query<detail.PagedSessionParameters, detail.SpanRow>;
  'explorer-summary': Query<SessionFilter, overview.SummaryRow>;
  'explorer-funnel': Query<SessionFilter, overview.FunnelRow>;
  'explorer-sessions-over-time': Query<overview.BucketParameters, overview.SessionsOverTimeRow>;
  'explorer-turn-times': Query<overview.BucketParameters, overview.TurnTimesRow>;
  'explorer-feedback': Query<SessionFilter, overview.FeedbackRow>;
  'explorer-products': Query<SessionFilter, overview.ProductRow>;
  'explorer-versions': Query<SessionFilter, overview.VersionRow>;
  'explorer-errors': Query<SessionFilter, overview.ErrorRow>;
  'explorer-models': Query<SessionFilter, overview.ModelRow>;
  'explorer-tools': Query<SessionFilter, overview.ToolRow>;
  'explorer-drift': Query<overview.RangeParameters, overview.DriftRow>;
  'explorer-freshness': Query<overview.RangeParameters, overview.FreshnessRow>;
}

export type QueryName = keyof Queries;
export type ParametersOf<Name extends QueryName> = Queries[Name]['parameters'];
export type RowOf<Name extends QueryName> = Queries[Name]['row'];
