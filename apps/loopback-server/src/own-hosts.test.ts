import { expect, test } from 'vitest';
import { parseAllowedHosts } from './own-hosts.ts';

test('reads hosts that are separated by commas', () => {
  expect(parseAllowedHosts(' localhost:9000,demo.test:8080, [fd00::1]:80 ', 'HOSTS')).toEqual([
    'localhost:9000',
    'demo.test:8080',
    '[fd00::1]:80',
  ]);
  expect(parseAllowedHosts('', 'HOSTS')).toEqual([]);
  expect(parseAllowedHosts(undefined, 'HOSTS')).toEqual([]);
});

test.each(['http://localhost:9000', 'localhost:9000/path', '*', '*.example:80', 'user@host', 'host:99999'])(
  'names an entry that is not a host: %s',
  (entry) => {
    expect(() => parseAllowedHosts(`localhost:1, ${entry}`, 'HOSTS')).toThrow(
      `HOSTS takes hosts with their ports, such as localhost:9000. "${entry}" is not one.`,
    );
  },
);
