import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { maskSensitiveText } from './sensitive-text.ts';

interface Case {
  readonly name: string;
  readonly in: string;
}

// The Collector's guard is tested with the same cases.
const CASES = join(import.meta.dirname, '../../../semantic-conventions/sensitive-text/cases.yaml');
const { mask, keep, differ } = parse(readFileSync(CASES, 'utf8')) as {
  readonly mask: readonly (Case & { readonly out: string })[];
  readonly keep: readonly Case[];
  readonly differ: readonly (Case & { readonly page: string })[];
};

const LENGTH = 1_024;

describe('masks what is sensitive', () => {
  it.each(mask)('$name', ({ in: text, out }) => {
    expect(maskSensitiveText(text, LENGTH)).toBe(out);
  });
});

describe('keeps what only looks like it', () => {
  it.each(keep)('$name', ({ in: text }) => {
    expect(maskSensitiveText(text, LENGTH)).toBe(text);
  });
});

describe('looks closer than the Collector', () => {
  it.each(differ)('$name', ({ in: text, page }) => {
    expect(maskSensitiveText(text, LENGTH)).toBe(page);
  });
});

it('finds a card number behind digits that are none', () => {
  expect(maskSensitiveText('4501 4111 1111 1111 1111', LENGTH)).toBe('4501 ****');
});

it('leaves no half of an address where it stops looking', () => {
  const addresses = 'eva@example.com '.repeat(100);
  expect(maskSensitiveText(`${addresses}eva@example.com`, 100)).not.toContain('eva');
});

it('looks at no more of a long text than it returns', () => {
  const text = `${'a%40'.repeat(500_000)}@`;
  const startedAt = performance.now();
  maskSensitiveText(text, LENGTH);
  expect(performance.now() - startedAt).toBeLessThan(500);
});

it('leaves no address in any text', () => {
  const before = fc.string({ unit: 'binary', maxLength: 20 });
  const local = fc.stringMatching(/^[a-z0-9._+-]{1,12}$/);
  fc.assert(
    fc.property(before, local, before, (left, name, right) => {
      const masked = maskSensitiveText(`${left} ${name}@example.com ${right}`, LENGTH);
      expect(masked).not.toContain(`${name}@example.com`);
    }),
  );
});
