import { expect, test } from 'vitest';
import { readTraceLinks } from './trace-links.ts';

test('reads names and addresses', () => {
  expect(
    readTraceLinks(' Jaeger=http://localhost:16686/trace/{trace_id}  A=https://a.test/?t={trace_id}&a=b'),
  ).toEqual([
    { name: 'Jaeger', template: 'http://localhost:16686/trace/{trace_id}' },
    { name: 'A', template: 'https://a.test/?t={trace_id}&a=b' },
  ]);
  expect(readTraceLinks(undefined)).toEqual([]);
});

test.each(['javascript:alert({trace_id})', 'A=javascript:alert({trace_id})', 'A=https://a.test/'])(
  'names an entry that opens no trace: %s',
  (entry) => {
    expect(() => readTraceLinks(entry)).toThrow(`"${entry}" is not like Jaeger=`);
  },
);
