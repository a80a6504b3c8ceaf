import { describe, expect, test } from 'vitest';
import { decide } from './response-decision.ts';

const JSON_TYPE = 'application/json';

function decideOn(
  status: number,
  body = '',
  contentType: string | null = JSON_TYPE,
  retryAfter: string | null = null,
) {
  const headers = new Headers();
  if (contentType !== null) headers.set('content-type', contentType);
  if (retryAfter !== null) headers.set('retry-after', retryAfter);
  const readAnswer = (bytes: Uint8Array) => {
    const { rejectedSpans = 0, detail = '' } = JSON.parse(new TextDecoder().decode(bytes));
    return { rejectedSpans, detail };
  };
  return decide(
    { status, headers },
    new TextEncoder().encode(body),
    { contentType: JSON_TYPE, readAnswer },
    Date.parse('2026-11-24T12:00:00Z'),
  );
}

describe('a success', () => {
  test.each([
    ['with an OTLP answer', decideOn(200, '{}')],
    ['with a charset in its content type', decideOn(200, '{}', 'application/json; charset=utf-8')],
    ['with nothing in it, which is protobuf for all accepted', decideOn(200, '', 'application/x-protobuf')],
    ['with neither body nor content type', decideOn(200, '', null)],
    ['of a gateway that says 202', decideOn(202, '', null)],
    ['of a gateway that says 204', decideOn(204, '', null)],
  ])('%s is an acknowledgement', (_, decision) => {
    expect(decision).toEqual({ kind: 'accepted', rejectedSpans: 0, detail: '' });
  });

  test('that rejects spans is an acknowledgement with their number and the reason', () => {
    const decision = decideOn(200, '{"rejectedSpans":2,"detail":"too old"}');
    expect(decision).toEqual({ kind: 'accepted', rejectedSpans: 2, detail: 'too old' });
  });

  test('in the other format is an acknowledgement without details', () => {
    const decision = decideOn(200, 'binary', 'application/x-protobuf');
    expect(decision).toEqual({ kind: 'accepted', rejectedSpans: 0, detail: '' });
  });

  test.each([
    ['a captive portal, in HTML', decideOn(200, '<html>', 'text/html'), 'text/html'],
    ['a captive portal, empty', decideOn(200, '', 'text/html'), 'text/html'],
    ['plain text', decideOn(200, 'ok', 'text/plain'), 'text/plain'],
    ['a body of no type', decideOn(200, 'ok', null), ''],
    ['a body that cannot be read', decideOn(200, '{"spa'), 'application/json'],
  ])('of %s is not an acknowledgement', (_, decision, type) => {
    expect(decision).toEqual({
      kind: 'retry',
      failure: 'invalid_response',
      detail: `not OTLP: ${type}`,
      mayBeTheBatch: false,
      slow: false,
    });
  });
});

describe('a failure', () => {
  test.each([400, 413])('%i refuses this body, with the words of the receiver', (status) => {
    const detail = `status ${status}: request body too large`;
    expect(decideOn(status, 'request body too large')).toEqual({
      kind: 'rejected',
      failure: `${status}`,
      detail,
    });
  });

  test.each([408, 429, 500, 501, 502, 503, 504, 599])('%i is tried again', (status) => {
    expect(decideOn(status)).toMatchObject({
      kind: 'retry',
      failure: `${status}`,
      detail: `status ${status}`,
      slow: false,
    });
  });

  test('carries Retry-After only from a busy receiver', () => {
    expect(decideOn(404, '', null, '7')).toMatchObject({ retryAfterMillis: 0 });
    expect(decideOn(503, '', null, '7')).toMatchObject({ retryAfterMillis: 7_000 });
    expect(decideOn(429, '', null, 'Tue, 24 Nov 2026 12:00:30 GMT')).toMatchObject({
      retryAfterMillis: 30_000,
    });
  });

  test.each([401, 403])('%i is tried again as quickly, with fresh headers', (status) => {
    expect(decideOn(status)).toMatchObject({
      kind: 'retry',
      failure: `${status}`,
      detail: `status ${status}`,
      slow: false,
    });
  });

  test.each([304, 402, 404, 405, 406, 410, 415, 422])('%i waits for a person', (status) => {
    expect(decideOn(status)).toMatchObject({
      kind: 'retry',
      failure: `${status}`,
      detail: `status ${status}`,
      slow: true,
    });
  });
});
