import { Compression } from './compression.ts';
import { inTime } from './in-time.ts';
import { reserveKeepalive } from './keepalive-budget.ts';
import type { OutboxParts } from './outbox-parts.ts';
import type { Decision } from './response-decision.ts';
import { decide } from './response-decision.ts';

interface Request {
  contentType: string;
  body: Uint8Array<ArrayBuffer>;
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

  async send(request: Request): Promise<Decision> {
    const { usable, compress } = this.#compression;
    const compressed =
      usable && (await this.#attempt({ ...request, body: await compress(request.body) }, true));
    if (compressed && !this.#compression.mayBeRefused(compressed)) return compressed;
    const plain = await this.#attempt(request);
    if (compressed && plain.kind === 'accepted') this.#compression.doubt(compressed);
    return plain;
  }

  /** At page exit: a keepalive request, or undefined when the budget is used up. Never compressed: no time for it. */
  sendLeaving(request: Request): Promise<Decision> | undefined {
    const giveBack = this.#reserve(request);
    return giveBack && this.#post(request, giveBack);
  }

  /** Ends every request under way, and makes no other. */
  abort(): void {
    this.#stopped = true;
    for (const controller of this.#inFlight) controller.abort();
  }

  /**
   * With keepalive where the budget allows, so that a request under way outlives its page. Not after a failure: the
   * page's own keepalive requests may have used up the browser's budget, which looks like a network failure.
   */
  #attempt(request: Request, gzip = false): Promise<Decision> {
    return this.#post(request, this.#noNetwork ? undefined : this.#reserve(request), gzip);
  }

  #reserve({ body }: Request): (() => void) | undefined {
    return reserveKeepalive(body.length, this.#parts.settings.maxKeepaliveBytes);
  }

  async #post({ contentType, body }: Request, endKeepalive?: () => void, gzip = false): Promise<Decision> {
    const { url, timeoutMillis, headers } = this.#parts.settings;
    const controller = new AbortController();
    this.#inFlight.add(controller);
    if (this.#stopped) controller.abort();
    const timer = setTimeout(() => controller.abort(), timeoutMillis);
    let decision: Decision;
    let isSent = false;
    try {
      // No other await before fetch: at page exit only what runs at once is run.
      const allHeaders = new Headers(
        typeof headers === 'function' ? await inTime(headers(), timeoutMillis) : headers,
      );
      allHeaders.set('content-type', contentType);
      if (gzip) allHeaders.set('content-encoding', 'gzip');
      this.#parts.stats.add('requests', 1);
      isSent = true;
      const response = await originalFetch()(url, {
        method: 'POST',
        headers: allHeaders,
        body,
        keepalive: !!endKeepalive,
        signal: controller.signal,
      });
      const answer = {
        status: response.status,
        contentType: response.headers.get('content-type'),
        retryAfter: response.headers.get('retry-after'),
        body: new Uint8Array(await response.arrayBuffer()),
      };
      decision = decide(answer, this.#parts.format, Date.now());
    } catch (error) {
      decision = { kind: 'retry', detail: `${error}`, noNetwork: isSent && !controller.signal.aborted };
    }
    this.#noNetwork = !!decision.noNetwork;
    clearTimeout(timer);
    endKeepalive?.();
    this.#inFlight.delete(controller);
    if (isSent && decision.kind !== 'accepted') this.#parts.stats.add('failedRequests', 1);
    return decision;
  }
}

/** Instrumentations of fetch keep the original in `__original`; a span for each export would be exported, for ever. */
function originalFetch(): typeof fetch {
  const current: typeof fetch & { __original?: typeof fetch } = globalThis.fetch;
  return (current.__original ?? current).bind(globalThis);
}
