import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as stable from '@opentelemetry/semantic-conventions';
import * as incubating from '@opentelemetry/semantic-conventions/incubating';
import { describe, expect, it } from 'vitest';
import { constantName } from './constant-name.ts';
import { readRegistryTexts } from './repository-files.ts';
import { UPSTREAM_ATTRIBUTES } from './upstream-attributes.ts';

describe('UPSTREAM_ATTRIBUTES', () => {
  it.each(UPSTREAM_ATTRIBUTES)('has $key as OpenTelemetry spells it', ({ key }) => {
    expect((incubating as Record<string, unknown>)[`ATTR_${constantName(key)}`]).toBe(key);
  });

  it.each(UPSTREAM_ATTRIBUTES)('calls $key stable only where OpenTelemetry does', ({ key, stability }) => {
    expect(stability === 'stable').toBe(`ATTR_${constantName(key)}` in stable);
  });

  it('is of the version that the manifest depends on', () => {
    const path = join(
      import.meta.dirname,
      '../node_modules/@opentelemetry/semantic-conventions/package.json',
    );
    const { version } = JSON.parse(readFileSync(path, 'utf8')) as { version: string };
    expect(readRegistryTexts()['manifest.yaml']).toContain(`https://opentelemetry.io/schemas/${version}\n`);
  });
});
