import { ambiguousVendorNames } from './ambiguous-vendor-names.ts';
import { checkActions } from './check-actions.ts';
import { checkNames } from './check-names.ts';
import { checkUsage } from './check-usage.ts';
import type { Finding } from './finding.ts';
import { readAttributes } from './read-attributes.ts';
import { readEventContext, readEvents } from './read-events.ts';
import { readSchemaUrl } from './read-manifest.ts';
import { readSpans } from './read-spans.ts';
import type { AttributeUse, Registry, VendorEvent } from './registry-model.ts';
import { UPSTREAM_ATTRIBUTES } from './upstream-attributes.ts';
import type { YamlEntry } from './yaml-entry.ts';
import { readYaml } from './yaml-entry.ts';

export const REGISTRY_FILES = ['manifest.yaml', 'attributes.yaml', 'events.yaml', 'spans.yaml'] as const;

export type RegistryTexts = Readonly<Record<(typeof REGISTRY_FILES)[number], string>>;

/** Reads and checks the registry. It is whole only where there is no finding; findings come in file order. */
export function readRegistry(texts: RegistryTexts): { registry: Registry; findings: Finding[] } {
  const findings: Finding[] = [];
  const report = (finding: Finding): void => {
    findings.push(finding);
  };
  const open = (name: keyof RegistryTexts): YamlEntry => readYaml(name, texts[name], report);
  const schemaUrl = readSchemaUrl(open('manifest.yaml'));
  const attributesFile = checkFile(open('attributes.yaml'), 'attributes');
  const eventsFile = checkFile(open('events.yaml'), 'events', 'attribute_groups');
  const spansFile = checkFile(open('spans.yaml'), 'spans');

  const own = readAttributes(attributesFile);
  const attributes = own.map(({ attribute }) => attribute);
  const byKey = new Map(
    [...attributes, ...UPSTREAM_ATTRIBUTES].map((attribute) => [attribute.key, attribute]),
  );
  const events = readEvents(eventsFile, byKey, ambiguousVendorNames(attributes));
  const eventContext = readEventContext(eventsFile, byKey);
  const spans = readSpans(spansFile, byKey);
  const uses: AttributeUse[] = [
    ...events.flatMap(({ event }) => event.attributes),
    ...eventContext,
    ...spans.flatMap(({ span }) => span.attributes),
  ];
  checkNames(own, events, spans);
  checkUsage(own, uses);
  checkActions(own, events, eventsFile);

  const registry: Registry = {
    schemaUrl,
    attributes,
    upstreamAttributes: UPSTREAM_ATTRIBUTES.filter((attribute) =>
      uses.some((use) => use.attribute === attribute),
    ),
    eventContext,
    events: events.map(({ event }) => event).filter((event): event is VendorEvent => 'action' in event),
    fallbackEvent: events.find(({ event }) => !('action' in event))?.event ?? {
      name: '',
      brief: '',
      attributes: [],
    },
    spans: spans.map(({ span }) => span),
  };
  const order: readonly string[] = REGISTRY_FILES;
  return {
    registry,
    findings: findings.toSorted((a, b) => order.indexOf(a.file) - order.indexOf(b.file) || a.line - b.line),
  };
}

function checkFile(file: YamlEntry, list: string, ...optional: readonly string[]): YamlEntry {
  file.allowOnly('the file', ['file_format', list, ...optional]);
  if (file.value('file_format') !== 'definition/2') {
    file.report('the file has another format: begin it with `file_format: definition/2`', 'file_format');
  }
  if (!file.has(list)) file.report(`the file has no \`${list}\`: add the list`);
  return file;
}
