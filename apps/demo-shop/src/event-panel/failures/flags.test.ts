import { afterEach, expect, test, vi } from 'vitest';
import { flagsClient } from './flags.ts';

afterEach(() => void vi.unstubAllGlobals());

const allOff = { slowModel: false, toolError: false, rateLimited: false, streamCut: false, refuse: false };

function answer(status: number, body: unknown): unknown[] {
  const asked: unknown[] = [];
  vi.stubGlobal('fetch', async (url: string, { method = 'GET', body: sent }: RequestInit) => {
    asked.push([method, url, sent]);
    return new Response(JSON.stringify(body), { status });
  });
  return asked;
}

const client = flagsClient('http://chat.example');

test('the flags are read, and one is changed at a time', async () => {
  const asked = answer(200, { ...allOff, toolError: 'once' });
  expect(await client.read()).toEqual({ ...allOff, toolError: 'once' });
  await client.set('toolError', 'once');
  expect(asked).toEqual([
    ['GET', 'http://chat.example/flags', undefined],
    ['PUT', 'http://chat.example/flags', '{"toolError":"once"}'],
  ]);
});

test('a refusal says why', async () => {
  answer(400, 'There is no such flag.');
  await expect(client.read()).rejects.toThrow(
    'The chat backend refused (status 400): "There is no such flag."',
  );
});

test('a chat backend that does not know a failure is named with it', async () => {
  answer(200, { ...allOff, streamCut: undefined });
  await expect(client.read()).rejects.toThrow('The chat backend does not know the failure streamCut.');
});

test('a chat backend that is gone is a sentence', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  await expect(client.read()).rejects.toThrow(
    'The chat backend at http://chat.example cannot be reached. Is it still running?',
  );
});
