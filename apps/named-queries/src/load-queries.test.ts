import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { loadQueries, parseQuery } from './load-queries.ts';

const QUERY = `-- The events of a chat session.
-- session: its id.
SELECT '{not:String}', \`{nor:String}\` /* {this:String} */ -- {or:that}
FROM otel.chat_events WHERE id = {session:String} OR id IN {ids: Array(String)} OR parent = {session:String};
`;

test('a query has the name of its file, the comment at its top, and the parameters of its SQL', () => {
  const query = parseQuery('chat-events.sql', QUERY);
  expect([query.name, query.description]).toEqual([
    'chat-events',
    'The events of a chat session. session: its id.',
  ]);
  expect([...query.parameters.values()].map(({ name }) => name)).toEqual(['String', 'Array(String)']);
  expect([...query.parameters.keys()]).toEqual(['session', 'ids']);
  expect(query.sql.endsWith('parent = {session:String}')).toBe(true);
});

test('only SQL files of the folder are queries', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'chatspan-queries-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'chat-events.sql'), QUERY);
  await writeFile(join(folder, 'README.md'), 'no query');
  expect([...(await loadQueries(folder)).keys()]).toEqual(['chat-events']);
});

test.each([
  ['Chat Events.sql', QUERY, 'Chat Events.sql: rename it. A query is named with a-z, 0-9 and hyphens.'],
  ['a.sql', 'SELECT 1', 'a.sql: begin it with a comment ("-- …") that says what it answers.'],
  [
    'a.sql',
    '-- One.\nSELECT {table:Identifier}',
    'a.sql: the parameter table is Identifier. Use one of DateTime64(0 to 9), String, UInt8 to UInt64, Int8 to Int64, Float64, Bool, Date, or Array(…) of all but the first.',
  ],
  [
    'a.sql',
    '-- One.\nSELECT {id:String}, {id:UInt8}',
    'a.sql: the parameter id is String and UInt8. Give it one type.',
  ],
])('%s is refused at the start when it is: %s', (file, text, message) => {
  expect(() => parseQuery(file, text)).toThrow(message);
});
