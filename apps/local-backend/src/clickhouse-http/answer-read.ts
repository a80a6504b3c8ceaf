import type { Engine, StatementResult } from '../engine/open-engine.ts';
import { checkOutputFormat } from '../policy/output-format.ts';
import type { StatementPolicy } from '../policy/statement-policy.ts';
import { encodeNativeBlock } from './native-block.ts';

export interface ReadRequest {
  readonly statement: string;
  readonly database: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, string>>;
  readonly defaultFormat: string;
  /** The client reads Native answers in the framing of its protocol version (clickhouse-go). */
  readonly framedNative: boolean;
}

export interface ReadAnswer {
  readonly body: Uint8Array;
  readonly format: string;
  readonly result: StatementResult;
}

/** Checks a statement that reads, runs it read-only, and gives the answer in the format that was asked for. */
export async function answerRead(
  engine: Engine,
  policy: StatementPolicy,
  request: ReadRequest,
): Promise<ReadAnswer> {
  const { database, settings, values, defaultFormat } = request;
  checkOutputFormat(defaultFormat);
  const checked = await policy.checkRead(request.statement, { parameters: values });
  const format = checked.format ?? defaultFormat;
  return engine.inSession({ database, settings, parameters: values, readOnly: true }, async (run) => {
    if (format !== 'Native' || !request.framedNative) {
      const result = await run(checked.text, format);
      return { body: result.bytes, format, result };
    }
    const result = await run(checked.text, 'JSONCompactStrings');
    const { meta, data } = JSON.parse(Buffer.from(result.bytes).toString()) as {
      meta: { name: string; type: string }[];
      data: unknown[][];
    };
    return { body: encodeNativeBlock(meta, data), format, result };
  });
}
