import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';

/** A request as the vendor got it. */
export interface VendorRequest {
  path: string;
  headers: IncomingMessage['headers'];
  // biome-ignore lint/suspicious/noExplicitAny: OTLP JSON, read by the tests with literal expectations.
  body: any;
}

export interface FakeVendor {
  url: string;
  requests: VendorRequest[];
  /** What it does from now on: answer with this status, or never answer. */
  answer: number | 'never';
  close(): Promise<void>;
}

/** An OTLP/HTTP intake that takes JSON and keeps all it got. */
export async function startFakeVendor(answer: number | 'never' = 200): Promise<FakeVendor> {
  const requests: VendorRequest[] = [];
  const server = createServer(async (request, response) => {
    const raw = await buffer(request);
    const text = request.headers['content-encoding'] === 'gzip' ? gunzipSync(raw) : raw;
    if (vendor.answer === 'never') return;
    if (vendor.answer === 200) {
      requests.push({ path: request.url ?? '', headers: request.headers, body: JSON.parse(text.toString()) });
    }
    response.writeHead(vendor.answer, { 'content-type': 'application/json' }).end('{}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const vendor: FakeVendor = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    answer,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
  return vendor;
}
