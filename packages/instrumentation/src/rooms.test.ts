import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

// Each room with the rooms below it, from which alone it imports.
const ROOMS: Record<string, readonly string[]> = {
  public: [],
  settings: ['public'],
  guard: ['public'],
  page: ['public', 'guard'],
  mapping: ['public', 'settings', 'guard'],
  session: ['public', 'settings', 'guard', 'mapping'],
  trace: ['public', 'settings', 'guard', 'mapping', 'session'],
  requests: ['public', 'guard', 'page'],
  sources: ['public', 'guard', 'page'],
};

const files = Object.keys(ROOMS).flatMap((room) =>
  readdirSync(join(import.meta.dirname, room), { recursive: true, encoding: 'utf8' })
    .filter((file) => !file.includes('.test'))
    .map((file) => [room, file] as const),
);

it.each(files)('%s/%s imports only from rooms below its own', (room, file) => {
  const code = readFileSync(join(import.meta.dirname, room, file), 'utf8');
  const others = [...code.matchAll(/from '\.\.\/([^']+)'/g)].map(([, path]) => path?.split('/')[0]);
  expect(others.filter((other) => !ROOMS[room]?.includes(other as string))).toEqual([]);
});

const OF_PAGE = /\b(setTimeout|setInterval|queueMicrotask|addEventListener|Date\.now|performance\.now)\(/;

it.each(files.filter(([room]) => room !== 'page'))(
  '%s/%s leaves the clock, timers and listeners to page/',
  (room, file) => {
    const code = readFileSync(join(import.meta.dirname, room, file), 'utf8');
    const lines = code.split('\n').filter((line) => !/^\s*(\*|\/\/|\/\*)/.test(line));
    expect(lines.filter((line) => OF_PAGE.test(line))).toEqual([]);
  },
);

it('knows every room', () => {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  expect(folders.map(({ name }) => name).toSorted()).toEqual(Object.keys(ROOMS).toSorted());
});
