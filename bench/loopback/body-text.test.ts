import { deflateSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { bodyText } from './body-text.ts';

const event = '{"experiment":"mkrunn12k","and":"enough text to look like a packed field"}';

test.each([
  ['plain', Buffer.from(event)],
  ['gzip', gzipSync(event)],
  ['deflate', deflateSync(event)],
  [
    'base64 in a form field',
    Buffer.from(`data=${encodeURIComponent(Buffer.from(event).toString('base64'))}`),
  ],
  ['gzip in base64', Buffer.from(gzipSync(event).toString('base64'))],
  ['base64 in JSON', Buffer.from(JSON.stringify({ ue_px: Buffer.from(event).toString('base64url') }))],
])('a marker is found in a body that is %s', (_, body) => {
  expect(bodyText('/collect', body)).toContain('mkrunn12k');
});

test('a marker is found in the address', () => {
  expect(bodyText('/i?e=mkrunn12k', Buffer.from('{}'))).toContain('mkrunn12k');
});
