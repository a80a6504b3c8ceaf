import { join } from 'node:path';
import type { ChildServer } from '@chatspan-tools/processes/child-server';
import { startChildServer } from '@chatspan-tools/processes/child-server';

const MAIN = join(import.meta.dirname, '../../demo-chat-backend/src/main.ts');

/** The chat backend as a process of its own, so that its spans come from an OpenTelemetry SDK of its own. */
export async function startChatBackend(options: {
  port: number;
  otlpUrl: string;
}): Promise<ChildServer & { url: string }> {
  const server = await startChildServer({
    name: 'The chat backend',
    command: process.execPath,
    args: [MAIN],
    env: {
      ...(process.env as Record<string, string>),
      CHATSPAN_CHAT_PORT: String(options.port),
      OTEL_EXPORTER_OTLP_ENDPOINT: options.otlpUrl,
    },
    find: [/^ready: (\S+)$/],
  });
  return { ...server, url: `${server.found[0]}` };
}
