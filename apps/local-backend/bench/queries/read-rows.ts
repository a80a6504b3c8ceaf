import type { Engine } from '../../src/engine/open-engine.ts';

export async function readRows(engine: Engine, statement: string): Promise<Record<string, unknown>[]> {
  const { bytes } = await engine.run(statement, { format: 'JSONEachRow' });
  const lines = Buffer.from(bytes).toString().split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Record<string, unknown>);
}
