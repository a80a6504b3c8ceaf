/** One line of the tables. */
export interface Row {
  readonly id: string;
  readonly label: string;
  readonly group: 'chatspan' | 'OpenTelemetry' | 'monitoring' | 'analytics';
  /** The file in peers/, without its ending. */
  readonly peer: string;
  /** Of the page's OpenTelemetry, where the peer does not bring its own. */
  readonly line: 'otel2' | 'otel3';
  /** The packages whose versions make the row. */
  readonly packages: readonly string[];
  /** The peer's own compression is on. Such a row is in the tables of bytes only, but for ours. */
  readonly compress?: true;
}

type Group = Row['group'];
const OTEL2 = ['@opentelemetry/sdk-trace-web', '@opentelemetry/exporter-trace-otlp-http'];
const OTEL3 = ['@opentelemetry/sdk-trace', '@opentelemetry/exporter-trace-otlp-http'];

const onBoth = (id: string, label: string, group: Group, peer: string): Row[] => [
  { id: `${id}-2`, label: `${label}, OTel 2.12`, group, peer, line: 'otel2', packages: OTEL2 },
  { id: `${id}-3`, label: `${label}, OTel 3.1`, group, peer, line: 'otel3', packages: OTEL3 },
];
const own = (id: string, label: string, group: Group, packageName: string): Row => ({
  id,
  label,
  group,
  peer: id,
  line: 'otel2',
  packages: [packageName],
});
const compressed = (row: Row): Row => ({
  ...row,
  id: `${row.id}-gzip`,
  label: `${row.label}, gzip`,
  compress: true,
});

const outbox = onBoth('chatspan-outbox', 'chatspan + outbox', 'chatspan', 'chatspan-outbox');
const datadog = own('datadog', 'Datadog addAction', 'monitoring', '@datadog/browser-rum');
const amplitude = own('amplitude', 'Amplitude track', 'analytics', '@amplitude/analytics-browser');
const dash0 = own('dash0', 'Dash0 sendEvent', 'monitoring', '@dash0/sdk-web');

/** Every row, in the order of the tables. */
export const ROWS: readonly Row[] = [
  ...onBoth('chatspan', 'chatspan', 'chatspan', 'chatspan'),
  ...outbox,
  ...outbox.slice(0, 1).map(compressed),
  ...onBoth('add-event', 'hand-written addEvent', 'OpenTelemetry', 'otel-add-event'),
  ...onBoth('turns-by-hand', 'same spans by hand', 'OpenTelemetry', 'otel-turns-by-hand').slice(0, 1),
  ...onBoth('span-per-event', 'span per event', 'OpenTelemetry', 'otel-span-per-event'),
  ...onBoth('log-event', 'log event', 'OpenTelemetry', 'otel-log-event'),
  own('honeycomb', 'Honeycomb span', 'monitoring', '@honeycombio/opentelemetry-web'),
  own('splunk', 'Splunk span', 'monitoring', '@splunk/otel-web'),
  dash0,
  compressed(dash0),
  own('faro', 'Faro pushEvent', 'monitoring', '@grafana/faro-web-sdk'),
  own('sentry-span', 'Sentry span', 'monitoring', '@sentry/browser'),
  own('sentry-log', 'Sentry log, offline transport', 'monitoring', '@sentry/browser'),
  datadog,
  compressed(datadog),
  own('elastic', 'Elastic transaction', 'monitoring', '@elastic/apm-rum'),
  own('snowplow', 'Snowplow event', 'analytics', '@snowplow/browser-tracker'),
  own('posthog', 'PostHog capture', 'analytics', 'posthog-js'),
  amplitude,
  compressed(amplitude),
];

/** Rows whose bytes alone are compared: another setting of a peer that has a row already. */
export function isForBytesOnly(row: Row): boolean {
  return row.compress === true && row.group !== 'chatspan';
}

/** The page without any peer: taken off the others' figures. */
export const NOTHING: Row = {
  id: 'nothing',
  label: 'no peer',
  group: 'OpenTelemetry',
  peer: 'nothing',
  line: 'otel2',
  packages: [],
};
