import { setTimeout as delay } from 'node:timers/promises';
import { parseAllowedHosts } from '@chatspan/loopback-server/own-hosts';
import { aborted, stopSignal } from '@chatspan/loopback-server/stop-signal';
import { serveChat } from './serve-chat.ts';
import { startTelemetry } from './telemetry.ts';

/** How long the last spans may take to be sent when the program is stopped. */
const FLUSH_LIMIT_MS = 3_000;

const {
  CHATSPAN_ALLOWED_HOSTS,
  CHATSPAN_CHAT_PORT = '8090',
  CHATSPAN_CHAT_SEED,
  CHATSPAN_CAPTURE_CONTENT,
  OTEL_EXPORTER_OTLP_ENDPOINT = 'http://localhost:4318',
} = process.env;

const stop = stopSignal();
const provider = startTelemetry();
try {
  const server = await serveChat({
    port: parsePort(CHATSPAN_CHAT_PORT),
    allowedHosts: parseAllowedHosts(CHATSPAN_ALLOWED_HOSTS, 'CHATSPAN_ALLOWED_HOSTS'),
    ...(CHATSPAN_CHAT_SEED && { seed: CHATSPAN_CHAT_SEED }),
    captureContent: CHATSPAN_CAPTURE_CONTENT === 'true',
  });
  console.log(`ready: http://localhost:${new URL(server.url).port}`);
  await aborted(stop);
  await server.close((line) => console.log(line));
  await sendLastSpans();
  process.exit(0);
} catch (error) {
  console.error(messageOf(error));
  process.exit(1);
}

async function sendLastSpans(): Promise<void> {
  const limit = async () => {
    await delay(FLUSH_LIMIT_MS);
    throw new Error(`no answer within ${FLUSH_LIMIT_MS} ms`);
  };
  try {
    await Promise.race([provider.shutdown(), limit()]);
  } catch (error) {
    console.error(`The last spans could not be sent to ${OTEL_EXPORTER_OTLP_ENDPOINT}: ${messageOf(error)}`);
  }
}

function parsePort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Error(`CHATSPAN_CHAT_PORT is not a port (0 to 65535): ${text}`);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
