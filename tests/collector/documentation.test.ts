import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const FOLDER = join(import.meta.dirname, '../../collector-config');
const read = (file: string) => readFileSync(join(FOLDER, file), 'utf8');
const README = read('README.md');
const FILES = globSync('**/*.yaml', { cwd: FOLDER }).filter((file) => file !== 'builder.yaml');

test('the README names every variable that the files read, with the default that they have', () => {
  const reads = FILES.flatMap((file) => [...read(file).matchAll(/\$\{env:(\w+)(?::-([^}]*))?\}/g)]);
  const undocumented = reads
    .filter(([, name, value = '']) => {
      const plain = value.replaceAll(/[[\]"]/g, '');
      const row = README.split('\n').find((line) => line.startsWith('|') && line.includes(`\`${name}\``));
      return (
        !row ||
        (plain !== '' &&
          !row.includes(`\`${plain}\``) &&
          !row.includes(`\`${plain};`) &&
          !row.includes(`(\`${plain}`))
      );
    })
    .map(([expression]) => expression);
  expect(undocumented).toEqual([]);
});

test('the README names no variable that nothing reads', () => {
  const everything = FILES.map(read).join('\n') + read('../tools/native/ensure-binaries.ts');
  const named =
    README.match(/\b(?:CHATSPAN|OTLP_VENDOR|DD|DATADOG|DYNATRACE|GRAFANA|HONEYCOMB|NEW_RELIC)_[A-Z_]+\b/g) ??
    [];
  expect(named.filter((name) => !everything.includes(name))).toEqual([]);
});

test('the README has a row for every layer', () => {
  const layers = FILES.filter((file) => !file.startsWith('jaeger/'));
  const missing = layers.filter((file) => !README.includes(`\`${file.replace('vendors/', '')}\``));
  expect(missing).toEqual([]);
});
