import { parseArgs } from 'node:util';
import { numberOption } from '../number-option.ts';
import type { Encoding } from './load/request-bodies.ts';

/** How a run is to be. */
export interface PipelineOptions {
  /** Seconds of load on each of the two databases, in each round. */
  readonly seconds: number;
  /** Pairs of plain and typed; each pair in the other order than the one before. */
  readonly rounds: number;
  readonly encoding: Encoding;
  /** Chat sessions in one request: one from a browser, many from a Collector in front. */
  readonly traces: number;
  /** Requests under way at the same time. */
  readonly connections: number;
  /** Environment of the Collector, such as `GOGC=300`. */
  readonly env: Readonly<Record<string, string>>;
  /** More configuration of the Collector: a file, or `yaml:` and a setting that is to be tried. */
  readonly configs: readonly string[];
}

export const USAGE = `usage: npx --yes pnpm@12 bench:pipeline [--seconds 60] [--rounds 1] [--encoding protobuf|json] [--traces 16]
  [--connections 4] [--env NAME=value]… [--config <file>|yaml:<setting>]…`;

/** @throws RangeError or TypeError that names an option which cannot be used. */
export function parsePipelineOptions(args: readonly string[]): PipelineOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seconds: { type: 'string', default: '60' },
      rounds: { type: 'string', default: '1' },
      encoding: { type: 'string', default: 'protobuf' },
      traces: { type: 'string', default: '16' },
      connections: { type: 'string', default: '4' },
      env: { type: 'string', multiple: true, default: [] },
      config: { type: 'string', multiple: true, default: [] },
    },
  });
  const { encoding } = values;
  if (encoding !== 'protobuf' && encoding !== 'json') {
    throw new RangeError(`--encoding ${encoding}: give protobuf or json.`);
  }
  return {
    seconds: numberOption('seconds', values.seconds),
    rounds: numberOption('rounds', values.rounds),
    encoding,
    traces: numberOption('traces', values.traces),
    connections: numberOption('connections', values.connections),
    env: Object.fromEntries(values.env.map(assignment)),
    configs: values.config,
  };
}

function assignment(text: string): [string, string] {
  const [, name, value] = /^(\w+)=(.*)$/.exec(text) ?? [];
  if (name === undefined || value === undefined) throw new RangeError(`--env ${text}: give NAME=value.`);
  return [name, value];
}
