import { parseAllowedHosts } from '@chatspan/loopback-server/own-hosts';
import { readPorts } from '../ports.ts';
import { startNativeStack } from './start-native-stack.ts';

export interface RunOptions {
  /** Collector files besides those that the stack always has, such as `vendors/honeycomb.yaml`. */
  layers: string[];
  /** Folder of what outlives a run: ClickHouse data, the Collector's queues, or the passwords of the containers. */
  dataDir: string;
  onProgress: (line: string) => void;
  /** Stops the start: what has started is closed, and an error is thrown. */
  signal?: AbortSignal;
}

/** Starts the stack as processes of this machine, with the ports, keys and settings of this environment. */
export async function runNatively(options: RunOptions): Promise<{ url: string; close(): Promise<void> }> {
  const stack = await startNativeStack({
    ...options,
    ports: readPorts(process.env),
    allowedHosts: parseAllowedHosts(process.env.CHATSPAN_ALLOWED_HOSTS, 'CHATSPAN_ALLOWED_HOSTS'),
    env: process.env as Record<string, string>,
  });
  options.onProgress(`chat backend: ${stack.chatUrl}`);
  options.onProgress(`OTLP/HTTP: ${stack.otlpUrl}`);
  options.onProgress(`ClickHouse: ${stack.clickhouseUrl}`);
  options.onProgress(`all chats: ${stack.explorerUrl}/`);
  options.onProgress(`Jaeger API: ${stack.jaegerUrl}`);
  return { url: stack.shopUrl, close: stack.close };
}
