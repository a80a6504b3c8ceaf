// Generated from registry/*.yaml. DO NOT EDIT, run `pnpm generate`.

/**
 * Number of interaction events.
 * Derived from spans by the Collector's span metrics connector, which leaves the unit of counters empty and adds `span.name`, `span.kind` and `status.code`.
 */
export const METRIC_SHOPPING_CHAT_EVENTS = 'shopping_chat.events' as const;

/**
 * Number of spans.
 * Derived from spans by the Collector's span metrics connector, which leaves the unit of counters empty and adds `span.name`, `span.kind` and `status.code`.
 */
export const METRIC_SHOPPING_CHAT_CALLS = 'shopping_chat.calls' as const;

/**
 * Duration of spans.
 * Derived from spans by the Collector's span metrics connector, which leaves the unit of counters empty and adds `span.name`, `span.kind` and `status.code`.
 */
export const METRIC_SHOPPING_CHAT_DURATION = 'shopping_chat.duration' as const;
