import type { RequestListener, Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import { buildSite } from './build-site.ts';
import { otlpReceiver } from './receiver.ts';
import { sitePage } from './site-page.ts';

declare module 'vitest' {
  interface ProvidedContext {
    siteOrigin: string;
    receiverOrigin: string;
  }
}

/**
 * Builds the site once and serves it, and an OTLP receiver on an origin of its own.
 *
 * @param more further scripts that pages can ask for, by name
 */
export async function startSite(
  project: TestProject,
  more: ReadonlyMap<string, string>,
): Promise<() => void> {
  const scripts = new Map([...(await buildSite()), ...more]);
  const site = await listen((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const script = /^\/(\w+)\.js$/.exec(url.pathname)?.[1];
    if (script !== undefined) {
      response.setHeader('content-type', 'text/javascript');
      response.end(scripts.get(script));
      return;
    }
    const names = url.searchParams.get('scripts')?.split(' ') ?? ['widget', 'shop'];
    response.setHeader('content-type', 'text/html');
    response.setHeader('content-security-policy', "default-src 'none'; script-src 'self'; connect-src *");
    response.end(sitePage(url, names));
  });
  const receiver = await listen(otlpReceiver());
  project.provide('siteOrigin', originOf(site));
  project.provide('receiverOrigin', originOf(receiver));
  return () => {
    for (const server of [site, receiver]) {
      server.closeAllConnections();
      server.close();
    }
  };
}

async function listen(answer: RequestListener): Promise<Server> {
  const server = createServer(answer);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  return server;
}

function originOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
