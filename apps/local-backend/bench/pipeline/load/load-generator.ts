import { Agent } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { EVENTS_PER_TRACE, SPANS_PER_TRACE } from './chat-trace-spans.ts';
import { postBody } from './post-body.ts';
import type { Encoding } from './request-bodies.ts';
import { createRequestBodies } from './request-bodies.ts';

/** What the process is told, as JSON, by its first argument. */
export interface LoadOptions {
  readonly otlpUrl: string;
  readonly seconds: number;
  readonly encoding: Encoding;
  readonly tracesPerRequest: number;
  /** Requests under way at the same time. */
  readonly connections: number;
}

/** What the process writes to standard output, as JSON, when every request was accepted. */
export interface LoadReport {
  readonly seconds: number;
  readonly requests: number;
  readonly spans: number;
  readonly events: number;
  readonly bytes: number;
  /** Processor time that the generator itself used. */
  readonly processorSeconds: number;
  /** Answers by status; each one that is not 200 was followed by another try of the same body. */
  readonly answers: Readonly<Record<string, number>>;
}

/** The answers that a client of OTLP/HTTP must repeat. */
const RETRIED = new Set([429, 502, 503, 504]);
const RETRY_AFTER_MS = 250;
const GIVE_UP_AFTER_MS = 120_000;

async function generateLoad(options: LoadOptions): Promise<LoadReport> {
  const bodies = createRequestBodies(options.encoding, options.tracesPerRequest);
  const agent = new Agent({ keepAlive: true, maxSockets: options.connections });
  const target = { url: `${options.otlpUrl}/v1/traces`, contentType: bodies.contentType, agent };
  const answers: Record<string, number> = {};
  const started = Date.now();
  const deadline = started + options.seconds * 1000;
  let requests = 0;
  let bytes = 0;

  async function sendUntilAccepted(body: Buffer): Promise<void> {
    for (;;) {
      const { status, text } = await postBody(target, body);
      answers[status] = (answers[status] ?? 0) + 1;
      if (status === 200) return;
      if (!RETRIED.has(status)) throw new Error(`The Collector answered ${status}: ${text}`);
      if (Date.now() > deadline + GIVE_UP_AFTER_MS) throw new Error(`Still ${status} after the end: ${text}`);
      await pause(RETRY_AFTER_MS);
    }
  }
  async function work(): Promise<void> {
    while (Date.now() < deadline) {
      const body = bodies.next();
      await sendUntilAccepted(body);
      requests += 1;
      bytes += body.length;
    }
  }
  await Promise.all(Array.from({ length: options.connections }, work));
  agent.destroy();
  const { user, system } = process.cpuUsage();
  const traces = requests * options.tracesPerRequest;
  return {
    seconds: (Date.now() - started) / 1000,
    requests,
    spans: traces * SPANS_PER_TRACE,
    events: traces * EVENTS_PER_TRACE,
    bytes,
    processorSeconds: (user + system) / 1e6,
    answers,
  };
}

if (import.meta.main) {
  const report = await generateLoad(JSON.parse(process.argv[2] ?? '') as LoadOptions);
  process.stdout.write(`${JSON.stringify(report)}\n`);
}
