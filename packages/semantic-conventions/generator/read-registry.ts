import { ambiguousVendorNames } from './ambiguous-vendor-names.ts';
import { checkActions } from './check-actions.ts';
import { checkNames } from './check-names.ts';
import { checkUsage } from './check-usage.ts';
import type { Finding } from './finding.ts';
import { readAttributes } from './read-attributes.ts';
import { readEventContext } from './read-event-context.ts';
import { readEvents } from './read-events.ts';
import { readSchemaUrl } from './read-manifest.ts';
import { readMetrics } from './read-metrics.ts';
import { readOptInEvents } from './read-opt-in-events.ts';
import { readSpans } from './read-spans.ts';
import { readUpstreamEvents } from './read-upstream-events.ts';
import type { Registry, VendorEvent } from './registry-model.ts';
import { UPSTREAM_ATTRIBUTES } from './upstream-attributes.ts';
import type { YamlEntry } from './yaml-entry.ts';
import { readYaml } from './yaml-entry.ts';

export const REGISTRY_FILES = [
  'manifest.yaml',
  'attributes.yaml',
  'events.yaml',
  'opt-in-events.yaml',
  'spans.yaml',
  'metrics.yaml',
] as const;

export type RegistryTexts = Readonly<Record<(typeof REGISTRY_FILES)[number], string>>;

/** Reads and checks the registry: it is there only when there is no finding. Findings come in file order. */
export function readRegistry(texts: RegistryTexts): { registry: Registry | undefined; findings: Finding[] } {
  const findings: Finding[] = [];
  const open = (name: keyof RegistryTexts): YamlEntry =>
    readYaml(name, texts[name], (finding) => {
      findings.push(finding);
    });
  const files = {
    manifest: open('manifest.yaml'),
    attributes: open('attributes.yaml'),
    events: open('events.yaml'),
    optInEvents: open('opt-in-events.yaml'),
    spans: open('spans.yaml'),
    metrics: open('metrics.yaml'),
  };
  // What a file with a syntax error lacks would be reported all over the others.
  const registry = findings.length > 0 ? undefined : buildRegistry(files);
  const order: readonly string[] = REGISTRY_FILES;
  return {
    registry: findings.length > 0 ? undefined : registry,
    findings: findings.toSorted((a, b) => order.indexOf(a.file) - order.indexOf(b.file) || a.line - b.line),
  };
}

function buildRegistry(
  files: Readonly<
    Record<'manifest' | 'attributes' | 'events' | 'optInEvents' | 'spans' | 'metrics', YamlEntry>
  >,
): Registry {
  checkFile(files.attributes, 'attributes');
  checkFile(files.events, 'events', 'attribute_groups', 'event_refinements');
  checkFile(files.optInEvents, 'events');
  checkFile(files.spans, 'spans');
  checkFile(files.metrics, 'metrics');
  const own = readAttributes(files.attributes);
  const attributes = own.map(({ attribute }) => attribute);
  const byKey = new Map(
    [...attributes, ...UPSTREAM_ATTRIBUTES].map((attribute) => [attribute.key, attribute]),
  );
  const ambiguous = ambiguousVendorNames(attributes);
  const events = readEvents(files.events, byKey, ambiguous);
  const optIn = readOptInEvents(files.optInEvents, byKey, ambiguous);
  const eventContext = readEventContext(files.events, files.optInEvents, byKey);
  const upstreamEvents = readUpstreamEvents(files.events, byKey);
  const spans = readSpans(files.spans, byKey);
  const metrics = readMetrics(files.metrics, byKey);
  const allEvents = [...events, ...optIn];
  const signals = [
    ...allEvents.map(({ event }) => event),
    ...upstreamEvents,
    ...spans.map(({ span }) => span),
    ...metrics.map(({ metric }) => metric),
  ];
  const uses = [...signals.flatMap((signal) => signal.attributes), ...eventContext];
  checkNames(own, allEvents, spans, metrics);
  checkUsage(own, uses);
  checkActions(own, allEvents, files.events);
  const fallback = events.find(({ event }) => !('action' in event))?.event;
  return {
    schemaUrl: readSchemaUrl(files.manifest),
    attributes,
    upstreamAttributes: UPSTREAM_ATTRIBUTES.flatMap((attribute) => {
      const use = uses.find((candidate) => candidate.attribute === attribute);
      return use ? [{ ...attribute, brief: use.brief ?? '' }] : [];
    }),
    eventContext,
    events: events.map(({ event }) => event).filter((event): event is VendorEvent => 'action' in event),
    fallbackEvent: fallback ?? { name: '', brief: '', attributes: [] },
    upstreamEvents,
    optInEvents: optIn.map(({ event }) => event),
    metrics: metrics.map(({ metric }) => metric),
    spans: spans.map(({ span }) => span),
  };
}

function checkFile(file: YamlEntry, list: string, ...optional: readonly string[]): void {
  file.allowOnly('the file', ['file_format', list, ...optional]);
  if (file.value('file_format') !== 'definition/2') {
    file.report('the file has another format: begin it with `file_format: definition/2`', 'file_format');
  }
  if (!file.has(list)) file.report(`the file has no \`${list}\`: add the list`);
}
