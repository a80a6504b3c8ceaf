import { setTimeout as delay } from 'node:timers/promises';
import { serveChat } from './serve-chat.ts';
import { startTelemetry } from './telemetry.ts';

/** How long the last spans may take to be sent when the program is stopped. */
const FLUSH_LIMIT_MS = 5_000;

const {
  CHATSPAN_CHAT_PORT = '8090',
  CHATSPAN_CHAT_SEED,
  CHATSPAN_CAPTURE_CONTENT,
  OTEL_EXPORTER_OTLP_ENDPOINT = 'http://localhost:4318',
} = process.env;

const provider = startTelemetry();
try {
  const server = await serveChat({
    port: parsePort(CHATSPAN_CHAT_PORT),
    ...(CHATSPAN_CHAT_SEED && { seed: CHATSPAN_CHAT_SEED }),
    captureContent: CHATSPAN_CAPTURE_CONTENT === 'true',
  });
  const stop = async () => {
    await server.close();
    await sendLastSpans();
    process.exit(0);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  console.log(`ready: http://localhost:${new URL(server.url).port}`);
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
