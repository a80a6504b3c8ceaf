import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ask } from '../src/test-support/ask.ts';
import { postLogs, postTraces } from '../src/test-support/post-otlp.ts';
import { startTestBackend } from '../src/test-support/start-test-backend.ts';

const CASES = join(import.meta.dirname, '../../../collector-config/clickhouse/cases');
const names = readdirSync(CASES);

function read(name: string, file: string): string {
  return readFileSync(join(CASES, name, file), 'utf8');
}

describe('golden cases', () => {
  test('are all found', () => {
    expect(names.length).toBeGreaterThanOrEqual(15);
  });

  test.for(names)('%s: the query returns the expected rows, also after three replays', async (name) => {
    const backend = await startTestBackend();
    const expected: unknown = JSON.parse(read(name, 'expected.json'));
    const logs = existsSync(join(CASES, name, 'logs.json')) ? read(name, 'logs.json') : '{}';
    expect((await postTraces(backend, read(name, 'input.json'))).status).toBe(200);
    expect((await postLogs(backend, logs)).status).toBe(200);
    expect(await ask(backend, read(name, 'query.sql'))).toEqual(expected);
    for (let replay = 0; replay < 3; replay += 1) {
      expect((await postLogs(backend, logs)).status).toBe(200);
      expect((await postTraces(backend, recut(read(name, 'input.json'), replay))).status).toBe(200);
    }
    expect(await ask(backend, read(name, 'query.sql'))).toEqual(expected);
  });
});

interface Request {
  resourceSpans: { scopeSpans: { spans: unknown[] }[] }[];
}

/** The same spans in another order, as after a restart, so ClickHouse cannot recognize the block as a repeat. */
function recut(input: string, turn: number): Request {
  const request = JSON.parse(input) as Request;
  for (const { scopeSpans } of request.resourceSpans) {
    for (const scope of scopeSpans) {
      const { spans } = scope;
      scope.spans = [...spans.slice(turn + 1), ...spans.slice(0, turn + 1)];
    }
  }
  return request;
}
