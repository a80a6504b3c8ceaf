import type { Registry } from './registry-model.ts';
import { renderAttributes, renderEvents, renderSchemaUrl, renderSpans } from './render-constants.ts';
import { renderIndex } from './render-index.ts';
import { renderMapping } from './render-mapping.ts';
import { renderPayloads } from './render-payloads.ts';
import { renderRegistryJson } from './render-registry-json.ts';

/** Path inside the package → content, for every file that is wholly generated. */
export function generatedFiles(registry: Registry): Map<string, string> {
  const modules: [name: string, content: string][] = [
    ['attributes.ts', renderAttributes(registry)],
    ['events.ts', renderEvents(registry)],
    ['payloads.ts', renderPayloads(registry)],
    ['schema-url.ts', renderSchemaUrl(registry)],
    ['spans.ts', renderSpans(registry)],
  ];
  return new Map([
    ...modules.map(([name, content]) => [`src/generated/${name}`, content] as const),
    ['src/generated/mapping.ts', renderMapping(registry)],
    ['src/generated/registry.json', renderRegistryJson(registry)],
    ['src/index.ts', renderIndex(modules.map(([name, content]) => [`./generated/${name}`, content]))],
  ]);
}
