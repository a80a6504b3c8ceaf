import { expect, test } from 'vitest';
import { fillParameters } from './fill-parameters.ts';
import { parseQuery } from './load-queries.ts';
import { parameterValues } from './parameter-values.ts';

test('puts values in place of parameters, and leaves comments and texts alone', () => {
  const query = parseQuery(
    'all.sql',
    "-- All of {text:String}.\nSELECT '{text:String}', {text:String}, {list:Array(String)}, {none:Array(String)}, {count:Int64}, {share:Float64}, {from:DateTime64(3)}",
  );
  const search = new URLSearchParams({
    text: "it's \\ {count:Int64}",
    list: '["a","b\'c"]',
    none: '[]',
    count: '-1',
    share: '0.5',
    from: '2026-11-01T08:00:00.250Z',
  });
  expect(fillParameters(query, parameterValues(query, search))).toBe(
    [
      '-- All of {text:String}.',
      "SELECT '{text:String}', 'it\\'s \\\\ {count:Int64}', CAST(['a', 'b\\'c'], 'Array(String)'), " +
        "CAST([], 'Array(String)'), CAST(-1, 'Int64'), CAST(0.5, 'Float64'), " +
        "toDateTime64('2026-11-01 08:00:00.250', 3, 'UTC')",
    ].join('\n'),
  );
});
