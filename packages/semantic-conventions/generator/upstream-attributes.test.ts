import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as stable from '@opentelemetry/semantic-conventions';
import * as incubating from '@opentelemetry/semantic-conventions/incubating';
import { describe, expect, it } from 'vitest';
import { constantName } from './constant-name.ts';
import { readRegistryTexts } from './repository-files.ts';
import { UPSTREAM_CORE } from './upstream-core.ts';
import { UPSTREAM_GEN_AI } from './upstream-gen-ai.ts';

const PACKAGE = join(import.meta.dirname, '../node_modules/@opentelemetry/semantic-conventions');
const DECLARATIONS = ['stable_attributes', 'experimental_attributes']
  .map((name) => readFileSync(join(PACKAGE, 'dist', `${name}.d.mts`), 'utf8'))
  .join('\n');

/** What the doc comment of the package's constant says after `@deprecated`. */
function deprecation(key: string): string | undefined {
  const before = DECLARATIONS.split(`declare const ATTR_${constantName(key)}:`);
  expect(before).toHaveLength(2);
  return /@deprecated (.*)/.exec(before[0]?.slice(before[0].lastIndexOf('/**')) ?? '')?.[1];
}

describe('UPSTREAM_CORE', () => {
  it.each(UPSTREAM_CORE)('has $key as OpenTelemetry spells it', ({ key }) => {
    expect((incubating as Record<string, unknown>)[`ATTR_${constantName(key)}`]).toBe(key);
  });

  it.each(UPSTREAM_CORE)('calls $key stable only where OpenTelemetry does', ({ key, stability }) => {
    expect(stability === 'stable').toBe(`ATTR_${constantName(key)}` in stable);
  });

  it.each(UPSTREAM_CORE)('has $key, which is not deprecated', ({ key }) => {
    expect(deprecation(key)).toBeUndefined();
  });

  it('is of the version that the manifest depends on', () => {
    const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as {
      version: string;
    };
    const manifest = readRegistryTexts()['manifest.yaml'];
    expect(manifest).toContain(`schema_url: https://opentelemetry.io/schemas/${version}\n`);
    expect(manifest).toContain(`open-telemetry/semantic-conventions@v${version}[model]\n`);
  });
});

describe('UPSTREAM_GEN_AI', () => {
  it.each(UPSTREAM_GEN_AI)('has $key, which moved there from the core registry', ({ key }) => {
    expect((incubating as Record<string, unknown>)[`ATTR_${constantName(key)}`]).toBe(key);
    expect(deprecation(key)).toContain('https://github.com/open-telemetry/semantic-conventions-genai');
  });

  it('is of the registry that the manifest depends on', () => {
    const dependency =
      /schema_url: https:\/\/opentelemetry\.io\/schemas\/gen-ai-dev\/[\d.]+-dev\n *registry_path: https:\/\/github\.com\/open-telemetry\/semantic-conventions-genai@[0-9a-f]{40}\[model\]\n/;
    expect(readRegistryTexts()['manifest.yaml']).toMatch(dependency);
  });
});
