import { ClickHouseException } from './clickhouse-exception.ts';

/**
 * Writes a result as one block of ClickHouse's Native format, in the framing that a client asks for by
 * `client_protocol_version` ≥ 54454, as clickhouse-go does: BlockInfo first, and a byte "no custom serialization" after
 * each column type (clickhouse-go v2.47 lib/proto/block.go, Decode). The engine itself writes the framing of revision 0.
 * Holds the column types of a client's first questions (versions, DESCRIBE TABLE), no more.
 */
export function encodeNativeBlock(
  columns: readonly { name: string; type: string }[],
  rows: readonly (readonly unknown[])[],
): Buffer {
  const parts: Buffer[] = [BLOCK_INFO, varint(columns.length), varint(rows.length)];
  columns.forEach((column, index) => {
    const encode = ENCODERS[column.type];
    if (encode === undefined) {
      throw new ClickHouseException(
        'NOT_IMPLEMENTED',
        `Column ${column.name} has type ${column.type}, which this front does not write in the Native format: ask for another FORMAT.`,
      );
    }
    parts.push(text(column.name), text(column.type));
    // A column without rows has neither data nor, in clickhouse-go's reading, anything else after this byte.
    parts.push(NO_CUSTOM_SERIALIZATION, ...rows.map((row) => encode(row[index])));
  });
  return Buffer.concat(parts);
}

/** Field 1 is_overflows = 0, field 2 bucket_num = -1, end. */
const BLOCK_INFO = Buffer.from([0x01, 0x00, 0x02, 0xff, 0xff, 0xff, 0xff, 0x00]);
const NO_CUSTOM_SERIALIZATION = Buffer.from([0x00]);

const ENCODERS: Readonly<Record<string, (value: unknown) => Buffer>> = {
  String: (value) => text(String(value)),
  UInt8: (value) => Buffer.from([Number(value)]),
  UInt32: (value) => {
    const buffer = Buffer.alloc(4);
    buffer.writeUInt32LE(Number(value));
    return buffer;
  },
  UInt64: (value) => {
    const buffer = Buffer.alloc(8);
    buffer.writeBigUInt64LE(BigInt(String(value)));
    return buffer;
  },
};

function text(value: string): Buffer {
  const bytes = Buffer.from(value, 'utf8');
  return Buffer.concat([varint(bytes.length), bytes]);
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 0x80) {
    bytes.push((rest % 0x80) + 0x80);
    rest = Math.floor(rest / 0x80);
  }
  bytes.push(rest);
  return Buffer.from(bytes);
}
