import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import { chatServer } from './chat-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Another origin than the test page's. */
    chatOrigin: string;
  }
}

export default async function startChatServer(project: TestProject): Promise<() => Promise<unknown>> {
  const answer = chatServer();
  const server = createServer(async (request, response) => {
    if (!(await answer(request, response))) response.writeHead(404).end();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  project.provide('chatOrigin', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
}
