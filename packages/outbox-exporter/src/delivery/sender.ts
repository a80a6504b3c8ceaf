import type { RequestBody } from '../batches/batch.ts';
import type { OutboxParts } from '../outbox-parts.ts';
import { wallMillis } from '../page/clock.ts';
import { inTime } from '../storage/in-time.ts';
import { Compression } from './compression.ts';
import { reserveKeepalive } from './keepalive-budget.ts';
import type { Decision } from './response-decision.ts';
import { decide } from './response-decision.ts';
import { withoutTracing } from './suppress-tracing.ts';

/** What to send. */
export interface SendRequest {
  id: string;
  contentType: string;
  body: RequestBody;
}

interface Attempt extends SendRequest {
  isLeaving: boolean;
  isCompressed: boolean;
}

/** Makes one attempt to deliver a body, and reads the response. */
export class Sender {
  readonly #parts: OutboxParts;
  readonly #compression: Compression;
  readonly #inFlight = new Set<AbortController>();
  #hasNetworkFailed = false;
  #isStopped = false;

  constructor(parts: OutboxParts) {
    this.#parts = parts;
    this.#compression = new Compression(parts.settings);
  }

  /** @returns undefined after `abort`. */
  async send(request: SendRequest): Promise<Decision | undefined> {
    const compressed = await this.#compression.compress(request.body);
    return this.#post(request, { compressed, isLeaving: false });
  }

  /** Sends by keepalive, because the page may go away. @returns undefined when there is no budget, and after `abort`. */
  async sendAtExit(request: SendRequest): Promise<Decision | undefined> {
    // No await for a plain body: it has to leave within the call.
    if (this.#compression.isOffAtExit) return this.#post(request, { compressed: undefined, isLeaving: true });
    const compressed = await this.#compression.compressAtExit(request.body);
    return this.#post(request, { compressed, isLeaving: true });
  }

  /** Ends every request in flight, and makes no other. */
  abort(): void {
    this.#isStopped = true;
    for (const controller of this.#inFlight) controller.abort();
  }

  /** A compressed body that fails is sent plain, if that may help. */
  async #post(
    request: SendRequest,
    { compressed, isLeaving }: { compressed: RequestBody | undefined; isLeaving: boolean },
  ): Promise<Decision | undefined> {
    if (!compressed) return this.#attempt({ ...request, isLeaving, isCompressed: false });
    const decision = await this.#attempt({ ...request, body: compressed, isLeaving, isCompressed: true });
    if (!decision || !this.#compression.mayNeedPlain(decision)) return decision;
    const plain = await this.#attempt({ ...request, isLeaving: false, isCompressed: false });
    if (plain?.kind === 'accepted' && decision.kind !== 'accepted') this.#compression.plainWorked(decision);
    return plain;
  }

  async #attempt(attempt: Attempt): Promise<Decision | undefined> {
    if (this.#isStopped) return undefined;
    const { timeoutMillis, maxKeepaliveBytes } = this.#parts.settings;
    // With keepalive where the budget allows, so that a request in flight outlives its page. Not after a network
    // failure: the page's own keepalive requests may have used up the budget, which looks like one.
    const mayKeepAlive = attempt.isLeaving || !this.#hasNetworkFailed;
    const endKeepalive = mayKeepAlive ? reserveKeepalive(attempt.body.length, maxKeepaliveBytes) : undefined;
    if (attempt.isLeaving && !endKeepalive) return undefined;
    const controller = new AbortController();
    this.#inFlight.add(controller);
    const timer = setTimeout(() => controller.abort(), timeoutMillis);
    const decision = await this.#fetch(attempt, { signal: controller.signal, keepalive: !!endKeepalive });
    clearTimeout(timer);
    endKeepalive?.();
    this.#inFlight.delete(controller);
    if (!decision) return undefined;
    this.#hasNetworkFailed = decision.kind === 'retry' && decision.failure === 'network';
    if (decision.kind !== 'accepted') this.#parts.stats.attemptFailed(decision.failure, decision.detail);
    return decision;
  }

  /** There is no other await before `fetch`: a page that goes away runs only what runs at once. */
  async #fetch(
    { id, contentType, body, isCompressed }: Attempt,
    { signal, keepalive }: { signal: AbortSignal; keepalive: boolean },
  ): Promise<Decision | undefined> {
    const { stats, unanswered, settings, format } = this.#parts;
    let headers: Headers;
    try {
      const given = settings.headers;
      // Without tracing: a function that fetches a token would cause a span, which causes an export, which fetches again.
      const made =
        typeof given === 'function' ? await inTime(withoutTracing(given), settings.timeoutMillis) : given;
      headers = new Headers(made);
      headers.set('content-type', contentType);
      if (isCompressed) headers.set('content-encoding', 'gzip');
    } catch (error) {
      return { kind: 'retry', failure: 'headers', detail: `${error}`, mayBeTheBatch: false, slow: false };
    }
    if (this.#isStopped) return undefined;
    stats.add('requests', 1);
    unanswered.add(id);
    try {
      const responding = withoutTracing(() =>
        uninstrumentedFetch()(settings.url, {
          method: 'POST',
          // A browser that follows a 302 sends a GET without the spans, and its response looks like a success.
          redirect: 'manual',
          headers,
          body,
          keepalive,
          signal,
        }),
      );
      // A page's own `fetch` may ignore the signal, and never settle.
      const response = await untilAborted(responding, signal);
      const answer = new Uint8Array(await untilAborted(response.arrayBuffer(), signal));
      const decision = decide(response, answer, format, wallMillis());
      if (decision.kind !== 'accepted') stats.add('failedRequests', 1);
      return decision;
    } catch (error) {
      stats.add('failedRequests', 1);
      const failure = signal.aborted ? 'timeout' : 'network';
      return { kind: 'retry', failure, detail: `${error}`, mayBeTheBatch: signal.aborted, slow: false };
    }
  }
}

/** Instrumentations keep the original `fetch` in `__original`. Some of them record spans of suppressed requests, too. */
function uninstrumentedFetch(): typeof fetch {
  const { __original } = fetch as typeof fetch & { __original?: typeof fetch };
  return __original ?? fetch;
}

/** Settles as `work` does, and rejects when the signal is aborted before. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}
