import type { RequestBody } from '../batches/batch.ts';
import { withLocalStorage } from '../storage/local-storage.ts';
import { gzip } from './gzip.ts';
import type { Decision } from './response-decision.ts';

// Chromium needs 10 microtasks for a body that compresses to 40 kB, and 46 for 640 kB. A browser that needs a task would
// not be ready after any number of microtasks.
const EXIT_MICROTASKS = 100;

const FAILURES_BEFORE_PLAIN = 2;

/** Whether the receiver takes compressed bodies. */
type Support = 'unknown' | 'supported' | 'unsupported';

/** Compresses bodies where the browser can and the receiver takes them. */
export class Compression {
  readonly #key: string;
  readonly #url: string;
  #support: Support;
  /** This page saw the receiver take a compressed body: a failure is no longer a sign that it does not. */
  #isProven = false;
  #failures = 0;

  constructor({ name, url, compression }: { name: string; url: string; compression: 'gzip' | 'none' }) {
    this.#key = compressionKey(name);
    this.#url = url;
    this.#support = compression === 'none' ? 'unsupported' : this.#remembered();
  }

  /** Undefined when the body has to be sent plain. */
  async compress(body: RequestBody): Promise<RequestBody | undefined> {
    return this.#support === 'unsupported' ? undefined : gzip(body);
  }

  /** At page exit a receiver must be known to take it: if it did not, no page would be left to send the body plain. */
  get isOffAtExit(): boolean {
    return this.#support !== 'supported';
  }

  /** Compresses within the current task, and in the order of the calls. Undefined when the browser needs longer. */
  async compressAtExit(body: RequestBody): Promise<RequestBody | undefined> {
    let compressed: RequestBody | undefined;
    gzip(body).then((bytes) => {
      compressed = bytes;
    });
    // Always all of them, so that the first body to be compressed is the first to leave.
    for (let count = 0; count < EXIT_MICROTASKS; count += 1) await undefined;
    // Not again in this page, unless the receiver takes another compressed body.
    if (!compressed) this.#support = 'unknown';
    return compressed;
  }

  /** Learns from the response to a compressed body. @returns whether a plain body may get another response. */
  mayNeedPlain(decision: Decision): boolean {
    if (decision.kind === 'accepted') {
      if (!this.#isProven) this.#remember('supported');
      this.#isProven = true;
      return false;
    }
    if (decision.failure === '415') return true;
    // A preflight that does not allow `Content-Encoding` looks like any other network failure.
    return !this.#isProven && (decision.failure === '400' || decision.failure === 'network');
  }

  /**
   * The receiver took a plain body right after the same body failed compressed. After one network failure the network
   * may just have come back; after two, the receiver does not take compressed bodies.
   */
  plainWorked({ failure }: { failure: string }): void {
    this.#failures += failure === 'network' ? 1 : FAILURES_BEFORE_PLAIN;
    this.#remember(this.#failures < FAILURES_BEFORE_PLAIN ? 'unknown' : 'unsupported');
  }

  #remembered(): Support {
    const [support, url] = withLocalStorage((storage) => storage.getItem(this.#key))?.split(' ') ?? [];
    const isForThisUrl = url === this.#url;
    return isForThisUrl && (support === 'supported' || support === 'unsupported') ? support : 'unknown';
  }

  #remember(support: Support): void {
    this.#support = support;
    // A URL that went through the parser has no space.
    withLocalStorage((storage) => storage.setItem(this.#key, `${support} ${this.#url}`));
  }
}

/** Key of localStorage under which the receiver's support for gzip is remembered. */
export function compressionKey(name: string): string {
  return `${name}:gzip`;
}
