import { expect, test, vi } from 'vitest';
import { DEADLINE } from '../testing/recorded-spans.ts';
import { ENDLESS_PLAN, runChat, setFlags } from '../testing/running-chat.ts';
import { sendEvent, userText } from '../testing/send-event.ts';
import { SMALL_CATALOGUE } from '../testing/small-catalogue.ts';

const PATH = '/ca/v1/agents/demo/chats/chat-1/send-event';

async function refusal(response: Response): Promise<{ status: number; error: unknown }> {
  const { error } = (await response.json()) as { error: unknown };
  return { status: response.status, error };
}

test('an unknown agent is not found', async () => {
  const base = await runChat();
  expect(await refusal(await sendEvent(base, userText('hello'), { agentId: 'other' }))).toEqual({
    status: 404,
    error: 'There is no agent of this id. Known: demo.',
  });
});

test('an unknown path is not found, and says what there is', async () => {
  const base = await runChat();
  expect(await refusal(await fetch(`${base}/ca/v1/agents/demo`))).toEqual({
    status: 404,
    error:
      'There is nothing here. The API is: POST /ca/v1/agents/{agentId}/chats/{chatId}/send-event, GET or PUT /flags.',
  });
});

test('another method is not allowed', async () => {
  const base = await runChat();
  const response = await fetch(base + PATH);
  expect(response.headers.get('allow')).toBe('POST');
  expect(await refusal(response)).toEqual({ status: 405, error: 'This path takes POST.' });
});

test('a body that is not JSON is refused without being quoted', async () => {
  const base = await runChat();
  const response = await fetch(base + PATH, { method: 'POST', body: 'secret words' });
  expect(await refusal(response)).toEqual({ status: 400, error: 'The body is not JSON.' });
});

test('a body above 64 KiB is refused', async () => {
  const base = await runChat();
  const response = await fetch(base + PATH, { method: 'POST', body: 'a'.repeat(65_537) });
  expect(await refusal(response)).toEqual({ status: 413, error: 'The body is larger than 65536 bytes.' });
});

test('a failure before the answer has begun is a 500, and is logged', async () => {
  const logged = vi.spyOn(console, 'error').mockReturnValue();
  const broken = new Proxy(SMALL_CATALOGUE, {
    get: () => {
      throw new TypeError('broken catalogue');
    },
  });
  const base = await runChat({ catalogue: broken });
  expect(await refusal(await sendEvent(base, userText('hello')))).toEqual({
    status: 500,
    error: 'The assistant failed. See the log of the chat backend.',
  });
  expect(logged).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ message: 'broken catalogue' }));
  logged.mockRestore();
});

test('a second event of a chat that is being answered is refused, one of another chat is not', async () => {
  const base = await runChat({ latency: ENDLESS_PLAN });
  const first = await sendEvent(base, userText('hello'));
  expect(await refusal(await sendEvent(base, userText('hello')))).toEqual({
    status: 409,
    error: 'An event of this chat is still being answered: send one at a time.',
  });
  const other = await sendEvent(base, userText('hello'), { chatId: 'chat-2' });
  expect([first.status, other.status]).toEqual([200, 200]);
  await Promise.all([first.body?.cancel(), other.body?.cancel()]);
});

test('a chat takes its next event after the one before was abandoned', async () => {
  const base = await runChat({ latency: ENDLESS_PLAN });
  const first = await sendEvent(base, userText('hello'));
  await first.body?.cancel();
  await vi.waitFor(async () => {
    const next = await sendEvent(base, userText('hello'));
    await next.body?.cancel();
    expect(next.status).toBe(200);
  }, DEADLINE);
});

test('the flag rateLimited answers 429 with the seconds to wait', async () => {
  const base = await runChat();
  await setFlags(base, { rateLimited: 'once' });
  const response = await sendEvent(base, userText('hello'));
  expect(response.headers.get('retry-after')).toBe('5');
  expect(await refusal(response)).toEqual({ status: 429, error: 'Too many questions (flag rateLimited).' });
});

test('a taken port is said in one sentence', async () => {
  const { port } = new URL(await runChat());
  await expect(runChat({ port: Number(port) })).rejects.toThrow(
    `Port ${port} is in use. Set CHATSPAN_CHAT_PORT to use another one.`,
  );
});
