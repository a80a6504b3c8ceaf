import { Compression } from './compression.ts';
import { inTime } from './in-time.ts';
import { reserveKeepalive } from './keepalive-budget.ts';
import type { OutboxParts } from './outbox-parts.ts';
import type { Decision } from './response-decision.ts';
import { decide } from './response-decision.ts';

type Bytes = Uint8Array<ArrayBuffer>;

interface Request {
  contentType: string;
  body: Bytes;
}

/** Makes one attempt to deliver a body, and reads the answer. */
export class Sender {
  readonly #parts: OutboxParts;
  readonly #compression: Compression;
  readonly #inFlight = new Set<AbortController>();
  #noNetwork = false;
  #stopped = false;

  constructor(parts: OutboxParts) {
    this.#parts = parts;
    this.#compression = new Compression(parts.settings);
  }

  /** When the page is left, by keepalive. @returns undefined when the budget for that is used up, and after `abort`. */
  async send(request: Request, isLeaving?: boolean): Promise<Decision | undefined> {
    const compressing = this.#compression.compress(request.body, isLeaving);
    // Without an await for a plain body, which leaves within the call.
    const compressed = compressing && (await compressing);
    const decision = await this.#post(request, isLeaving, compressed);
    if (!compressed || !decision || !this.#compression.mayBeRefused(decision)) return decision;
    const plain = await this.#post(request);
    if (plain?.kind === 'accepted') this.#compression.doubt(decision);
    return plain;
  }

  /** Ends every request under way, and makes no other. */
  abort(): void {
    this.#stopped = true;
    for (const controller of this.#inFlight) controller.abort();
  }

  async #post(
    { contentType, body }: Request,
    isLeaving?: boolean,
    compressed?: Bytes,
  ): Promise<Decision | undefined> {
    if (this.#stopped) return undefined;
    const { url, timeoutMillis, headers, maxKeepaliveBytes } = this.#parts.settings;
    const sent = compressed ?? body;
    // With keepalive where the budget allows, so that a request under way outlives its page. Not after a failure: the
    // page's own keepalive requests may have used up the browser's budget, which looks like a network failure.
    const endKeepalive =
      isLeaving || !this.#noNetwork ? reserveKeepalive(sent.length, maxKeepaliveBytes) : undefined;
    if (isLeaving && !endKeepalive) return undefined;
    const controller = new AbortController();
    const { signal } = controller;
    this.#inFlight.add(controller);
    const timer = setTimeout(() => controller.abort(), timeoutMillis);
    let decision: Decision;
    let isSent = false;
    try {
      // No other await before fetch: at page exit only what runs at once is run.
      const allHeaders = new Headers(
        typeof headers === 'function' ? await inTime(headers(), timeoutMillis) : headers,
      );
      allHeaders.set('content-type', contentType);
      if (compressed) allHeaders.set('content-encoding', 'gzip');
      this.#parts.stats.add('requests', 1);
      isSent = true;
      // Instrumentations of fetch keep the original there; a span for each export would be exported, for ever.
      const { __original } = fetch as typeof fetch & { __original?: typeof fetch };
      const response = await (__original ?? fetch)(url, {
        method: 'POST',
        // Followed, a 302 becomes a GET without the spans, and its answer would be taken for an acknowledgement.
        redirect: 'manual',
        headers: allHeaders,
        body: sent,
        keepalive: !!endKeepalive,
        signal,
      });
      const answer = new Uint8Array(await response.arrayBuffer());
      decision = decide(response, answer, this.#parts.format, Date.now());
    } catch (error) {
      decision = { kind: 'retry', detail: `${error}`, noNetwork: isSent && !signal.aborted };
    }
    this.#noNetwork = !!decision.noNetwork;
    clearTimeout(timer);
    endKeepalive?.();
    this.#inFlight.delete(controller);
    if (isSent && decision.kind !== 'accepted') this.#parts.stats.add('failedRequests', 1);
    return decision;
  }
}
