import { gzip } from './gzip.ts';
import { withLocalStorage } from './local-storage.ts';
import type { Decision } from './response-decision.ts';

type Bytes = Uint8Array<ArrayBuffer>;

// Chromium takes 10 microtasks for a body that compresses to 40 kB, and 46 for 640 kB; a browser that needs a task would
// wait for any number in vain.
const EXIT_MICROTASKS = 100;

/** Gzip where the browser has it and the receiver has not refused it. */
export class Compression {
  readonly #key: string;
  readonly #url: string;
  /** The receiver takes compressed bodies (+) or refuses them (-), by what this page or an earlier one saw. */
  #sign: string | undefined;
  /** The receiver has taken a compressed body in this page: a failure is no longer a sign of refusal. */
  #proven = false;
  #doubts = 0;

  constructor({ name, url, compression }: { name: string; url: string; compression: 'gzip' | 'none' }) {
    this.#key = `${name}:gzip`;
    this.#url = url;
    const known = withLocalStorage((storage) => storage.getItem(this.#key));
    if (known?.slice(1) === url) this.#sign = known[0];
    if (compression === 'none') this.#sign = '-';
  }

  /**
   * Undefined when the body has to be sent plain. At page exit it is ready within the task, in the order asked for, and
   * only for a receiver that is known to take it: a refusal may find no page to send the body plain.
   */
  compress(body: Bytes, isLeaving?: boolean): Promise<Bytes | undefined> | undefined {
    if (isLeaving ? this.#sign !== '+' : this.#sign === '-') return undefined;
    return isLeaving ? this.#compressAtExit(body) : gzip(body);
  }

  /** Whether that answer to a compressed body may be different for a plain one. */
  mayBeRefused({ kind, status, noNetwork }: Decision): boolean {
    if (kind === 'accepted' && !this.#proven) {
      this.#proven = true;
      this.#learn('+');
    }
    // A refused preflight of the header `Content-Encoding` looks like any other failure of the network.
    return status === 415 || (!this.#proven && (status === 400 || !!noNetwork));
  }

  /**
   * The receiver took a plain body just after the same one compressed had failed. A network that failed once may have
   * come back just then; twice, and the receiver refuses.
   */
  doubt({ status }: Decision): void {
    this.#doubts += status ? 2 : 1;
    this.#learn(this.#doubts < 2 ? '?' : '-');
  }

  async #compressAtExit(body: Bytes): Promise<Bytes | undefined> {
    let compressed: Bytes | undefined;
    gzip(body).then((bytes) => {
      compressed = bytes;
    });
    // All of them also when it is ready before, so that what was asked for first leaves first.
    for (let count = 0; count < EXIT_MICROTASKS; count += 1) await undefined;
    // Not again in this page, unless it is seen to be of use.
    if (!compressed) this.#sign = '?';
    return compressed;
  }

  #learn(sign: '+' | '-' | '?'): void {
    this.#sign = sign;
    withLocalStorage((storage) => storage.setItem(this.#key, sign + this.#url));
  }
}
