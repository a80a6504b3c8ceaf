import { once } from 'node:events';
import type { ServerResponse } from 'node:http';

/** One JSON array that grows on the wire: each item is flushed as it comes. */
export class JsonArrayStream {
  readonly #response: ServerResponse;
  #opened = false;

  constructor(response: ServerResponse) {
    this.#response = response;
  }

  /** Resolves when the socket takes more; rejects when `signal` is aborted before that. */
  async write(item: unknown, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (this.#send(item)) return;
    try {
      await once(this.#response, 'drain', { signal });
    } catch (error) {
      // node:events throws an AbortError of its own in place of the reason.
      signal.throwIfAborted();
      throw error;
    }
  }

  /** Sends last items without waiting for the socket, and closes the array. */
  end(...items: readonly unknown[]): void {
    for (const item of items) this.#send(item);
    this.#response.end(this.#opened ? ']' : '[]');
  }

  #send(item: unknown): boolean {
    if (!this.#opened) {
      this.#response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    }
    const before = this.#opened ? ',' : '[';
    this.#opened = true;
    return this.#response.write(before + JSON.stringify(item));
  }
}
