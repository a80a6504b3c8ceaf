import type { ServerResponse } from 'node:http';

const MESSAGES: Readonly<Record<number, string>> = {
  401: '<p role="alert">That is not the token. It is the value of CHATSPAN_EXPLORER_TOKEN.</p>',
  403: '<p role="alert">Open this page directly, not from another site.</p>',
};

/** A form without script or style, so that the strict policy of the server holds for it, too. */
export function signInPage(response: ServerResponse, status: 200 | 401 | 403): void {
  response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Sign in</title>
<h1>Chat sessions</h1>
${MESSAGES[status] ?? ''}
<form method="post" action="/sign-in">
<label>Token <input type="password" name="token" autocomplete="current-password" required autofocus></label>
<button>Sign in</button>
</form>
</html>
`);
}
