/** One body would become more rows than the engine is given at once. */
export class RowsTooLargeError extends Error {}

export interface RowList {
  readonly rows: string[];
  /** @throws RowsTooLargeError when the rows are more than `maxBytes` with this one. */
  add(row: string): void;
}

/** Each row holds the attributes of its resource: a large resource with many spans becomes many times its size. */
export function createRowList(maxBytes: number): RowList {
  const rows: string[] = [];
  let bytes = 0;
  return {
    rows,
    add(row) {
      bytes += Buffer.byteLength(row) + 1;
      if (bytes > maxBytes) {
        throw new RowsTooLargeError(
          `The body becomes more than ${maxBytes} bytes of rows, as each holds the attributes of its resource: ` +
            'send fewer spans or records at once, or a smaller resource.',
        );
      }
      rows.push(row);
    },
  };
}
