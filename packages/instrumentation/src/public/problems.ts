/** What can go wrong. The README says what each code means and what to do. */
export type ProblemCode =
  | 'cannot_wrap'
  | 'event_too_large'
  | 'export_too_slow'
  | 'flush_failed'
  | 'foreign_traceparent'
  | 'gave_up'
  | 'hook_failed'
  | 'invalid_event'
  | 'needs_restart'
  | 'no_provider'
  | 'not_recorded'
  | 'propagation_failed'
  | 'request_not_traced'
  | 'second_instance'
  | 'source_failed'
  | 'telemetry_url_listed'
  | 'too_many_reentrant'
  | 'unknown_action'
  | 'unknown_attribute'
  | 'unreadable_attribute'
  | 'unreadable_event'
  | 'withheld_text'
  | 'wrong_order'
  | 'wrong_type';

/** Counts a problem, and logs it through `diag` the first time. */
export type ReportProblem = (code: ProblemCode, where: string) => void;
