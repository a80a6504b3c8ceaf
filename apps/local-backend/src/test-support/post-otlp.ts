type Body = object | string | Uint8Array<ArrayBuffer>;

interface Answer {
  status: number;
  body: unknown;
  headers: Headers;
}

/** Posts a body to the OTLP intake of traces; a string or bytes go as they are. */
export function postTraces(
  backend: { readonly otlpUrl: string },
  body: Body,
  headers: Record<string, string> = {},
): Promise<Answer> {
  return post(`${backend.otlpUrl}/v1/traces`, body, headers);
}

/** The same to the intake of logs. */
export function postLogs(
  backend: { readonly otlpUrl: string },
  body: Body,
  headers: Record<string, string> = {},
): Promise<Answer> {
  return post(`${backend.otlpUrl}/v1/logs`, body, headers);
}

async function post(url: string, body: Body, headers: Record<string, string>): Promise<Answer> {
  const isRaw = typeof body === 'string' || body instanceof Uint8Array;
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: isRaw ? body : JSON.stringify(body),
  });
  return { status: response.status, body: await response.json(), headers: response.headers };
}
