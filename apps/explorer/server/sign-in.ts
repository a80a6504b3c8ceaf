import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { foreignPage } from '@chatspan/loopback-server/foreign-page';
import { sendProblem } from './send-problem.ts';
import { signInPage } from './sign-in-page.ts';

const COOKIE = 'chatspan_explorer';
const MAX_FORM_BYTES = 4_096;

/**
 * Asks for a token before anything else is answered. Signing in sets a cookie that scripts cannot read and other sites
 * cannot send; it is worth nothing after a restart.
 * @returns Handles a request and resolves to true; resolves to false when the request may go on.
 */
export function requireToken(
  token: string,
): (request: IncomingMessage, response: ServerResponse) => Promise<boolean> {
  const session = randomBytes(32).toString('base64url');
  return async (request, response) => {
    const path = request.url?.split('?')[0] ?? '/';
    if (path === '/sign-out' && request.method === 'POST' && foreignPage(request) === undefined) {
      response.setHeader('Set-Cookie', `${COOKIE}=; ${attributes(request)}; Max-Age=0`);
      redirect(request, response, '/sign-in');
      return true;
    }
    if (path === '/sign-in') {
      await answerSignIn(request, response, token, session);
      return true;
    }
    if (isSame(cookieOf(request), session)) return false;
    if (path.startsWith('/api/')) {
      sendProblem(response, 401, {
        code: 'not_signed_in',
        error: 'You are not signed in.',
        where: path,
        whatToDo: 'Reload the page, and enter the token.',
      });
      request.resume();
    } else redirect(request, response, '/sign-in');
    return true;
  };
}

async function answerSignIn(
  request: IncomingMessage,
  response: ServerResponse,
  token: string,
  session: string,
): Promise<void> {
  if (request.method !== 'POST') return signInPage(response, 200);
  if (foreignPage(request) !== undefined) {
    request.resume();
    return signInPage(response, 403);
  }
  const given = new URLSearchParams(await readForm(request)).get('token') ?? '';
  if (!isSame(given, token)) return signInPage(response, 401);
  response.setHeader('Set-Cookie', `${COOKIE}=${session}; ${attributes(request)}`);
  redirect(request, response, '/');
}

/** A longer body than a token needs counts as empty. */
async function readForm(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    bytes += piece.byteLength;
    if (bytes <= MAX_FORM_BYTES) pieces.push(piece);
  }
  return bytes > MAX_FORM_BYTES ? '' : Buffer.concat(pieces).toString();
}

/** Behind a proxy that speaks TLS, the cookie stays on TLS. */
function attributes(request: IncomingMessage): string {
  const isSecure = request.headers['x-forwarded-proto'] === 'https';
  return `HttpOnly; SameSite=Strict; Path=/${isSecure ? '; Secure' : ''}`;
}

function redirect(request: IncomingMessage, response: ServerResponse, to: string): void {
  request.resume();
  response.writeHead(303, { Location: to, 'Cache-Control': 'no-store' }).end();
}

function cookieOf(request: IncomingMessage): string {
  const cookies = (request.headers.cookie ?? '').split(';').map((cookie) => cookie.trim());
  return cookies.find((cookie) => cookie.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1) ?? '';
}

/** In a time that does not depend on the texts. */
function isSame(a: string, b: string): boolean {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(a), hash(b));
}
