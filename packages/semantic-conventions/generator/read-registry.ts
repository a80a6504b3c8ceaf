import { checkNames } from './check-names.ts';
import { ambiguousVendorNames, checkVendorNames } from './check-vendor-names.ts';
import type { Finding } from './finding.ts';
import { readAttributes } from './read-attributes.ts';
import { readEventContext, readEvents } from './read-events.ts';
import { readSpans } from './read-spans.ts';
import type { Registry, VendorEvent } from './registry-model.ts';
import { UPSTREAM_ATTRIBUTES } from './upstream-attributes.ts';
import type { YamlEntry } from './yaml-entry.ts';
import { readYaml } from './yaml-entry.ts';

export const REGISTRY_FILES = ['manifest.yaml', 'attributes.yaml', 'events.yaml', 'spans.yaml'] as const;

export type RegistryTexts = Readonly<Record<(typeof REGISTRY_FILES)[number], string>>;

/** Reads the registry; it is complete only where there is no finding. */
export function readRegistry(texts: RegistryTexts): { registry: Registry; findings: Finding[] } {
  const findings: Finding[] = [];
  const open = (name: keyof RegistryTexts): YamlEntry =>
    readYaml(name, texts[name], (finding) => findings.push(finding));
  const manifest = open('manifest.yaml');
  manifest.allowOnly('the manifest', ['schema_url', 'description', 'stability', 'dependencies']);
  const [attributesFile, eventsFile, spansFile] = [
    open('attributes.yaml'),
    open('events.yaml'),
    open('spans.yaml'),
  ];
  checkFile(attributesFile, ['attributes']);
  checkFile(eventsFile, ['attribute_groups', 'events']);
  checkFile(spansFile, ['spans']);

  const own = readAttributes(attributesFile);
  const attributes = own.map(({ attribute }) => attribute);
  const byKey = new Map(
    [...UPSTREAM_ATTRIBUTES, ...attributes].map((attribute) => [attribute.key, attribute]),
  );
  const events = readEvents(eventsFile, byKey, ambiguousVendorNames(attributes));
  const eventContext = readEventContext(eventsFile, byKey);
  const spans = readSpans(spansFile, byKey);
  checkNames(own, events, spans);
  checkVendorNames(own, events, eventContext);

  const fallbackEvents = events.filter(({ event }) => !('action' in event));
  const [fallback] = fallbackEvents;
  if (!fallback || fallbackEvents.length > 1) {
    const place = fallbackEvents[1]?.entry ?? eventsFile;
    place.report(
      'exactly one event has no annotations.vendor.action, the one for unknown actions: add the action to the others',
    );
  }
  const used = new Set(
    [
      ...events.flatMap(({ event }) => event.attributes),
      ...eventContext,
      ...spans.flatMap(({ span }) => span.attributes),
    ].map((use) => use.attribute),
  );
  return {
    registry: {
      schemaUrl: manifest.text('schema_url', 'the manifest'),
      attributes,
      upstreamAttributes: UPSTREAM_ATTRIBUTES.filter((attribute) => used.has(attribute)),
      eventContext,
      events: events.map(({ event }) => event).filter((event): event is VendorEvent => 'action' in event),
      fallbackEvent: fallback?.event ?? { name: '', brief: '', attributes: [] },
      spans: spans.map(({ span }) => span),
    },
    findings: findings.toSorted(
      (a, b) =>
        REGISTRY_FILES.indexOf(a.file as never) - REGISTRY_FILES.indexOf(b.file as never) || a.line - b.line,
    ),
  };
}

function checkFile(file: YamlEntry, lists: readonly string[]): void {
  file.allowOnly('the file', ['file_format', ...lists]);
  if (file.value('file_format') !== 'definition/2')
    file.report('the file has another format: write `file_format: definition/2`', 'file_format');
}
