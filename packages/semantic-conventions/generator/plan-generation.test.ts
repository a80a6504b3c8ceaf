import { describe, expect, it } from 'vitest';
import type { Plan } from './plan-generation.ts';
import { planGeneration } from './plan-generation.ts';
import type { RegistryTexts } from './read-registry.ts';
import { readGenerated, readReadmes, readRegistryTexts } from './repository-files.ts';

const texts = readRegistryTexts();
const generated = readGenerated();
const readmes = readReadmes();
const README = 'packages/semantic-conventions/README.md';

function planWith(file: keyof RegistryTexts, from: string, to: string): Plan {
  expect(texts[file]).toContain(from);
  const readme = new Map([...readmes].filter(([path]) => path === README));
  return planGeneration({ ...texts, [file]: texts[file].replace(from, to) }, generated, readme);
}

describe('planGeneration', () => {
  it('finds the committed files to be what the registry says', () => {
    const plan = planGeneration(texts, generated, readmes);
    expect(plan.findings).toEqual([]);
    expect(plan.differences).toEqual([]);
    expect(plan.expected.size).toBeGreaterThan(11);
  });

  it('names every file that a changed brief makes stale', () => {
    const plan = planWith(
      'attributes.yaml',
      'brief: Banner name of the trigger.',
      'brief: Name of the trigger.',
    );
    expect(plan.differences).toEqual([
      { path: 'packages/semantic-conventions/docs/semantic-conventions/attributes.md', kind: 'stale' },
      { path: 'packages/semantic-conventions/docs/semantic-conventions/spans.md', kind: 'stale' },
      { path: 'packages/semantic-conventions/src/generated/attributes.ts', kind: 'stale' },
      { path: 'packages/semantic-conventions/src/generated/payloads.ts', kind: 'stale' },
      { path: 'packages/semantic-conventions/src/generated/registry.json', kind: 'stale' },
    ]);
  });

  it('names a README whose table is stale', () => {
    const plan = planWith(
      'events.yaml',
      'brief: The shopper dismissed the survey.',
      'brief: The survey went away.',
    );
    expect(plan.differences).toContainEqual({ path: README, kind: 'stale' });
  });

  it('reports the line of the registry where one letter is wrong', () => {
    const plan = planWith('events.yaml', 'ref: shopping_chat.menu.source', 'ref: shopping_chat.menu.sorce');
    expect(plan.findings[0]).toEqual({
      file: 'packages/semantic-conventions/registry/attributes.yaml',
      line: lineOf('attributes.yaml', 'key: shopping_chat.menu.source'),
      message:
        'attribute `shopping_chat.menu.source` is used nowhere: refer to it from an event or a span, or remove it',
    });
    expect(plan.findings[1]).toEqual({
      file: 'packages/semantic-conventions/registry/events.yaml',
      line: lineOf('events.yaml', 'ref: shopping_chat.menu.source'),
      message:
        'event `shopping_chat.product_menu_click` refers to `shopping_chat.menu.sorce`, which is not defined: define it in attributes.yaml, or correct the ref',
    });
    expect(plan.findings).toHaveLength(2);
  });

  it('names a missing file and an extra one', () => {
    const path = 'packages/semantic-conventions/src/generated/events.ts';
    const others = new Map(generated);
    others.delete(path);
    others.set(`${path}.old`, '');
    expect(planGeneration(texts, others, readmes).differences).toEqual([
      { path, kind: 'missing' },
      { path: `${path}.old`, kind: 'extra' },
    ]);
  });

  it('asks for nothing while a README has a table that does not exist', () => {
    const plan = planGeneration(
      texts,
      generated,
      new Map([[README, '<!-- semconv:resources -->\n<!-- /semconv -->']]),
    );
    expect(plan).toEqual({
      findings: [
        {
          file: README,
          line: 1,
          message: 'there is no table `resources`: choose events, opt-in-events, attributes, spans, metrics',
        },
      ],
      expected: new Map(),
      differences: [],
    });
  });
});

function lineOf(file: keyof RegistryTexts, text: string): number {
  return texts[file].split('\n').findIndex((line) => line.includes(text)) + 1;
}
