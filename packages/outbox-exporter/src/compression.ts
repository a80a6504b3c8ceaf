import { withLocalStorage } from './local-storage.ts';
import type { Decision } from './response-decision.ts';

/** Gzip where the browser has it and the receiver has not refused it. */
export class Compression {
  readonly #key: string;
  readonly #url: string;
  #usable: boolean;
  /** The receiver has taken a compressed body in this page: a failure is no longer a sign of refusal. */
  #proven = false;
  #doubts = 0;

  constructor({ name, url, compression }: { name: string; url: string; compression: 'gzip' | 'none' }) {
    this.#key = `${name}:gzip-refused`;
    this.#url = url;
    this.#usable =
      compression === 'gzip' &&
      typeof CompressionStream === 'function' &&
      withLocalStorage((storage) => storage.getItem(this.#key)) !== url;
  }

  get usable(): boolean {
    return this.#usable;
  }

  async compress(body: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
    const stream = new Blob([body]).stream().pipeThrough(new CompressionStream('gzip'));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  }

  /** Whether that answer to a compressed body may be different for a plain one. */
  mayBeRefused({ kind, status, noNetwork }: Decision): boolean {
    if (kind === 'accepted') this.#proven = true;
    // A refused preflight of the header `Content-Encoding` looks like any other failure of the network.
    return status === 415 || (!this.#proven && (status === 400 || !!noNetwork));
  }

  /**
   * The receiver took a plain body just after the same one compressed had failed. A network that failed once may have
   * come back just then; twice, and the receiver refuses.
   */
  doubt({ status }: Decision): void {
    this.#doubts += status ? 2 : 1;
    if (this.#doubts < 2) return;
    this.#usable = false;
    withLocalStorage((storage) => storage.setItem(this.#key, this.#url));
  }
}
