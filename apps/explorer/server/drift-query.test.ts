import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import registry from '@chatspan/semantic-conventions/registry.json' with { type: 'json' };
import { expect, test } from 'vitest';
import { QUERIES_FOLDER } from './load-explorer-queries.ts';

test('the query for drift knows the values that the registry has for each attribute', () => {
  const sql = readFileSync(join(QUERIES_FOLDER, 'explorer-drift.sql'), 'utf8');
  const listed = [...sql.matchAll(/\('(shopping_chat\.[\w.]+)', if\(has\(\[([^\]]+)\]/g)].map(
    ([, attribute, values = '']) => [attribute, [...values.matchAll(/'([^']+)'/g)].map(([, value]) => value)],
  );
  const known = registry.attributes.flatMap(({ name, ...attribute }) =>
    'members' in attribute && listed.some(([listedName]) => listedName === name)
      ? [[name, attribute.members.map((member) => member.value)]]
      : [],
  );
  expect(listed).toHaveLength(10);
  expect(Object.fromEntries(listed)).toEqual(Object.fromEntries(known));
});
