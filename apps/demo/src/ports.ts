import { once } from 'node:events';
import { createServer } from 'node:net';

/** Default ports of the stack, and the environment variable that changes each. All are bound to 127.0.0.1. */
const DEFAULTS = {
  shop: ['CHATSPAN_SHOP_PORT', 8080],
  chat: ['CHATSPAN_CHAT_PORT', 8090],
  otlp: ['CHATSPAN_OTLP_PORT', 4318],
  otlpGrpc: ['CHATSPAN_OTLP_GRPC_PORT', 4317],
  clickhouse: ['CHATSPAN_CLICKHOUSE_PORT', 8123],
  explorer: ['CHATSPAN_EXPLORER_PORT', 8070],
  jaeger: ['CHATSPAN_JAEGER_PORT', 16686],
} as const;

export type Ports = Record<keyof typeof DEFAULTS, number>;

/** The ports that the environment asks for. Throws when one is no port. */
export function readPorts(env: NodeJS.ProcessEnv): Ports {
  return Object.fromEntries(
    Object.entries(DEFAULTS).map(([name, [variable, usual]]) => {
      const port = Number(env[variable] || usual);
      if (Number.isInteger(port) && port >= 0 && port <= 65_535) return [name, port];
      throw new Error(`${variable} is not a port (0 to 65535): ${env[variable]}`);
    }),
  ) as Ports;
}

/** Throws, naming each taken port and the variable that changes it, before anything is started. */
export async function checkPortsAreFree(ports: Ports): Promise<void> {
  const taken: string[] = [];
  for (const [name, [variable]] of Object.entries(DEFAULTS)) {
    const port = ports[name as keyof Ports];
    if (await isTaken(port)) taken.push(`port ${port} (set ${variable} to use another)`);
  }
  if (taken.length > 0) throw new Error(`In use by another program: ${taken.join(', ')}.`);
}

async function isTaken(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return true;
  }
  server.close();
  await once(server, 'close');
  return false;
}
