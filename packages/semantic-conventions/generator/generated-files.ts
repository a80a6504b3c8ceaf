import type { Finding } from './finding.ts';
import { renewMarkedTables } from './marked-tables.ts';
import type { Registry } from './registry-model.ts';
import { renderAttributeDocs } from './render-attribute-docs.ts';
import { renderAttributeRule } from './render-attribute-rule.ts';
import {
  renderAttributes,
  renderEvents,
  renderMetrics,
  renderSchemaUrl,
  renderSpans,
} from './render-constants.ts';
import { renderEnums } from './render-enums.ts';
import { renderEventDocs } from './render-event-docs.ts';
import { renderIndex } from './render-index.ts';
import { renderMapping } from './render-mapping.ts';
import { renderMetricDocs } from './render-metric-docs.ts';
import { renderOptInMapping } from './render-opt-in-mapping.ts';
import { renderPayloads } from './render-payloads.ts';
import { renderRegistryJson } from './render-registry-json.ts';
import { renderSpanDocs } from './render-span-docs.ts';
import { packagePath } from './repository-files.ts';

/** Path from the repository's root → content, for every file that is wholly generated. */
export function generatedFiles(registry: Registry): Map<string, string> {
  const modules: [name: string, content: string][] = [
    ['attributes.ts', renderAttributes(registry)],
    ['enums.ts', renderEnums(registry)],
    ['events.ts', renderEvents(registry)],
    ['metrics.ts', renderMetrics(registry)],
    ['payloads.ts', renderPayloads(registry)],
    ['schema-url.ts', renderSchemaUrl(registry)],
    ['spans.ts', renderSpans(registry)],
  ];
  const files: [path: string, content: string][] = [
    ...modules.map(([name, content]): [string, string] => [`src/generated/${name}`, content]),
    ['src/generated/attribute-rule.ts', renderAttributeRule()],
    ['src/generated/mapping.ts', renderMapping(registry)],
    ['src/generated/mapping-opt-in.ts', renderOptInMapping(registry)],
    ['src/generated/registry.json', renderRegistryJson(registry)],
    ['src/index.ts', renderIndex(modules.map(([name, content]) => [`./generated/${name}`, content]))],
    ['docs/semantic-conventions/events.md', renderEventDocs(registry)],
    ['docs/semantic-conventions/attributes.md', renderAttributeDocs(registry)],
    ['docs/semantic-conventions/spans.md', renderSpanDocs(registry)],
    ['docs/semantic-conventions/metrics.md', renderMetricDocs(registry)],
  ];
  return new Map(files.map(([path, content]) => [packagePath(path), content]));
}

/** The READMEs with their marked tables renewed. */
export function renewReadmes(
  readmes: ReadonlyMap<string, string>,
  registry: Registry,
): { files: Map<string, string>; findings: Finding[] } {
  const renewed = [...readmes].map(
    ([path, text]) => [path, renewMarkedTables(path, text, registry)] as const,
  );
  return {
    files: new Map(renewed.map(([path, { text }]) => [path, text])),
    findings: renewed.flatMap(([, { findings }]) => findings),
  };
}
