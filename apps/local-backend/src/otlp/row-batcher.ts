import type { Gate } from '../engine/gate.ts';

/** Collects what arrives while a write is under way, and writes it at once: an insert costs far more than a row. */
export interface RowBatcher {
  /**
   * Resolves when the rows are in the engine.
   * @throws QueueFullError at once, when too many bytes wait already, and what the engine says of these rows.
   */
  add(rows: readonly string[]): Promise<void>;
}

export class QueueFullError extends Error {}

export interface RowBatcherOptions {
  readonly write: (rows: Buffer) => Promise<void>;
  readonly writes: Gate;
  /** Bytes that may wait; the bodies of requests are at most 4 MiB by default. */
  readonly maxWaitingBytes: number;
  /** Bytes of one insert, unless a row alone is larger. A larger request is written in several. */
  readonly maxBatchBytes: number;
}

interface Waiting {
  readonly pieces: readonly Buffer[];
  readonly bytes: number;
  resolve(): void;
  reject(error: unknown): void;
}

export function createRowBatcher(options: RowBatcherOptions): RowBatcher {
  const waiting: Waiting[] = [];
  let waitingBytes = 0;
  let isWriting = false;

  function takeBatch(): Waiting[] {
    const batch: Waiting[] = [];
    let bytes = 0;
    for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
      if (batch.length > 0 && bytes + next.bytes > options.maxBatchBytes) break;
      waiting.shift();
      batch.push(next);
      bytes += next.bytes;
    }
    waitingBytes -= bytes;
    return batch;
  }

  async function writeBatch(batch: readonly Waiting[]): Promise<void> {
    try {
      const [first] = batch;
      // The pieces of one large request, one by one: together they would take many times their size in the engine.
      const writes =
        batch.length === 1 && first ? first.pieces : [Buffer.concat(batch.flatMap(({ pieces }) => pieces))];
      for (const rows of writes) await options.write(rows);
    } catch (error) {
      if (batch.length === 1) return batch[0]?.reject(error);
      // One bad request must not take the others with it. Rows that were written replace themselves.
      for (const entry of batch) await writeBatch([entry]);
      return;
    }
    for (const entry of batch) entry.resolve();
  }

  async function writeAll(): Promise<void> {
    isWriting = true;
    while (waiting.length > 0) await options.writes.run(() => writeBatch(takeBatch()));
    isWriting = false;
  }

  return {
    add(rows) {
      if (rows.length === 0) return Promise.resolve();
      const pieces = inPieces(rows, options.maxBatchBytes);
      const bytes = pieces.reduce((sum, piece) => sum + piece.length, 0);
      if (waitingBytes > 0 && waitingBytes + bytes > options.maxWaitingBytes) {
        return Promise.reject(new QueueFullError(`${waitingBytes} bytes of rows are waiting already.`));
      }
      waitingBytes += bytes;
      return new Promise((resolve, reject) => {
        waiting.push({ pieces, bytes, resolve, reject });
        if (!isWriting) writeAll().catch(rejectAll);
      });
    },
  };

  // The gate itself refuses: nothing of what waits was written.
  function rejectAll(error: unknown): void {
    isWriting = false;
    waitingBytes = 0;
    for (const entry of waiting.splice(0)) entry.reject(error);
  }
}

/** The rows as lines, in pieces of at most `maxBytes`, or of one row. */
function inPieces(rows: readonly string[], maxBytes: number): Buffer[] {
  const pieces: Buffer[] = [];
  let lines: string[] = [];
  let bytes = 0;
  for (const row of rows) {
    const length = Buffer.byteLength(row) + 1;
    if (lines.length > 0 && bytes + length > maxBytes) {
      pieces.push(Buffer.from(`${lines.join('\n')}\n`, 'utf8'));
      lines = [];
      bytes = 0;
    }
    lines.push(row);
    bytes += length;
  }
  pieces.push(Buffer.from(`${lines.join('\n')}\n`, 'utf8'));
  return pieces;
}
