export type NativeColumn =
  | { name: string; type: 'String'; values: string[] }
  | { name: string; type: 'UInt32'; values: number[] };

/** BlockInfo: not an overflow block, no bucket. */
const BLOCK_INFO = Buffer.from([1, 0, 2, 0xff, 0xff, 0xff, 0xff, 0]);

/** A block of ClickHouse's Native format as protocol revision 54460 frames it: BlockInfo, and a byte after each type. */
export function nativeBlock(columns: NativeColumn[]): Buffer {
  const parts = [BLOCK_INFO, varint(columns.length), varint(columns[0]?.values.length ?? 0)];
  for (const column of columns) {
    parts.push(text(column.name), text(column.type), Buffer.from([0]));
    if (column.type === 'String') parts.push(...column.values.map(text));
    else parts.push(Buffer.from(new Uint32Array(column.values).buffer));
  }
  return Buffer.concat(parts);
}

function text(value: string): Buffer {
  const bytes = Buffer.from(value);
  return Buffer.concat([varint(bytes.length), bytes]);
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 0x7f; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80);
  bytes.push(rest);
  return Buffer.from(bytes);
}
