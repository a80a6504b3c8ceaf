import type { IncomingMessage, ServerResponse } from 'node:http';
import { foreignPage } from '@chatspan/loopback-server/foreign-page';
import { allowOrigin, answerPreflight, isAllowedOrigin } from './cors.ts';
import { handleFlags } from './handle-flags.ts';
import type { SendEventSettings } from './handle-send-event.ts';
import { handleSendEvent } from './handle-send-event.ts';
import { Rejection, sendRejection } from './rejection.ts';

const SEND_EVENT = /^\/ca\/v1\/agents\/([\w.:-]{1,128})\/chats\/([\w.:-]{1,128})\/send-event$/;

/** Finds the handler for a request. Preflights, flags and unknown paths have no span. */
export async function handleRequest(
  request: IncomingMessage,
  response: ServerResponse,
  settings: SendEventSettings,
): Promise<void> {
  allowOrigin(request, response);
  // Without an allowed origin a browser hides the answer, but a `no-cors` fetch would still ask the question.
  const foreign = foreignPage(request, isAllowedOrigin);
  if (foreign !== undefined) {
    request.resume();
    return sendRejection(response, new Rejection(403, foreign));
  }
  const { method } = request;
  const pathname = URL.parse(request.url ?? '/', 'http://localhost')?.pathname ?? '';
  const [, agentId, chatId] = SEND_EVENT.exec(pathname) ?? [];
  if (method === 'OPTIONS') {
    answerPreflight(response);
  } else if (agentId && chatId && method === 'POST') {
    await handleSendEvent(request, response, { agentId, chatId }, settings);
  } else if (pathname === '/flags' && (method === 'GET' || method === 'PUT')) {
    await handleFlags(request, response, settings.flags).catch((error: unknown) => {
      if (!(error instanceof Rejection)) throw error;
      sendRejection(response, error);
    });
  } else if (pathname === '/flags' || agentId) {
    const allow = agentId ? 'POST' : 'GET, PUT';
    sendRejection(response, new Rejection(405, `This path takes ${allow}.`, { allow }));
  } else {
    const paths = 'POST /ca/v1/agents/{agentId}/chats/{chatId}/send-event, GET or PUT /flags';
    sendRejection(response, new Rejection(404, `There is nothing here. The API is: ${paths}.`));
  }
}
