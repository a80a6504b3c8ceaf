import { gunzipSync, inflateSync } from 'node:zlib';

/** The readable text of a request, however the peer packed it: gzip, deflate, base64 and form fields are undone. */
export function bodyText(url: string, body: Buffer): string {
  return [url, inflated(body).toString('utf8')].map(withBase64).join('\n');
}

function inflated(body: Buffer): Buffer {
  if (body[0] === 0x1f && body[1] === 0x8b) return gunzipSync(body);
  if (body[0] === 0x78 && body.readUInt16BE(0) % 31 === 0 && body.length > 2) return inflateSync(body);
  return body;
}

// Long runs of base64, as in Snowplow's `ue_px` and PostHog's `data=` fields.
const BASE64 = /[A-Za-z0-9+/_-]{40,}={0,2}/g;

function withBase64(text: string): string {
  const plain = text.includes('%') ? text.replaceAll(/%[0-9A-Fa-f]{2}/g, decoded) : text;
  const packed = (plain.match(BASE64) ?? []).map((part) =>
    inflatedOrNot(Buffer.from(part, 'base64')).toString('latin1'),
  );
  return [plain, ...packed].join('\n');
}

function inflatedOrNot(bytes: Buffer): Buffer {
  try {
    return inflated(bytes);
  } catch {
    // Only looked like base64 of something packed: its text may still hold a marker.
    return bytes;
  }
}

function decoded(sequence: string): string {
  return String.fromCharCode(Number.parseInt(sequence.slice(1), 16));
}
