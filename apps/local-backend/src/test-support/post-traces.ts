/** Posts a body to the OTLP intake; a string or bytes go as they are. */
export async function postTraces(
  backend: { readonly otlpUrl: string },
  body: object | string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: unknown; headers: Headers }> {
  const isRaw = typeof body === 'string' || body instanceof Uint8Array;
  const response = await fetch(`${backend.otlpUrl}/v1/traces`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: isRaw ? body : JSON.stringify(body),
  });
  return { status: response.status, body: await response.json(), headers: response.headers };
}
