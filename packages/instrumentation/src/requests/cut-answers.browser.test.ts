import { expect, test, vi } from 'vitest';
import { ask, post, turnEnds, turns } from '../../test/asked-chat.ts';
import { byEngine } from '../../test/by-engine.ts';
import { chatUrl, cut, eventually, release } from '../../test/chat-request.ts';

test('a cut answer looks complete, or never ends', async () => {
  const chat = ask({ turnGraceMillis: 20, turnTimeoutMillis: 1_000 });
  const url = chatUrl({ query: 'hold&sized' });
  const failure = expect((await post(url)).text()).rejects.toThrow(TypeError);
  await cut(url);
  await failure;
  const reason = byEngine({ chromium: 'answered', firefox: 'answered', webkit: 'timeout' });
  await eventually(() => turnEnds(chat), [[reason, 1]]);
});

test('a cut answer of unknown length looks complete; in WebKit to the page as well', async () => {
  const chat = ask();
  const url = chatUrl({ query: 'hold' });
  const read = (await post(url)).text().catch((error: Error) => error.name);
  await cut(url);
  const cutError = 'TypeError';
  expect(await read).toBe(byEngine({ chromium: cutError, firefox: cutError, webkit: 'a part, ' }));
  await eventually(() => turnEnds(chat), [['answered', 1]]);
});

test('an answer whose body the page cancels ends where the browser reports it', async () => {
  const chat = ask({ turnGraceMillis: 20, turnTimeoutMillis: 1_000 });
  const reader = (await post(chatUrl({ query: 'hold' }))).body?.getReader();
  await reader?.read();
  await reader?.cancel();
  const reason = byEngine({ chromium: 'answered', firefox: 'timeout', webkit: 'timeout' });
  await eventually(() => turnEnds(chat), [[reason, 1]]);
});

test('a cut answer fails the turn when the widget reports it', async () => {
  const chat = ask({ turnGraceMillis: 10_000 });
  const url = chatUrl({ query: 'hold&sized' });
  const told = (await post(url)).text().catch((error: Error) => chat.instrumentation.endTurn({ error }));
  await cut(url);
  await told;
  expect(turnEnds(chat)).toEqual([['failed', 1]]);
  expect(turns(chat)[0]?.attributes['error.type']).toBe('TypeError');
});

test.each(['before its head', 'in its body'])(
  'an answer that the page aborts %s abandons the turn',
  async (when) => {
    const chat = ask();
    const url = chatUrl({ query: 'hold' });
    const controller = new AbortController();
    const result = post(url, { signal: controller.signal });
    if (when === 'in its body') {
      const reading = (await result).text();
      controller.abort();
      await expect(reading).rejects.toThrow('abort');
    } else {
      controller.abort();
      await expect(result).rejects.toThrow('abort');
    }
    await eventually(() => turnEnds(chat), [['abandoned', 1]]);
    expect(turns(chat)[0]?.statusCode).toBe(0);
  },
);

test.each([
  ['a text', 'stopped', ['abandoned', 0]],
  ['an error', new Error('stopped'), ['abandoned', 0]],
  ['a time limit', new DOMException('too late', 'TimeoutError'), ['failed', 2]],
])(
  'an answer that the page aborts before its head for %s ends the turn by that',
  async (_what, reason, end) => {
    const chat = ask();
    const controller = new AbortController();
    const result = post(chatUrl(), { signal: controller.signal });
    controller.abort(reason);
    // WebKit may reject with an error of its own, as for any abort.
    const isTold = (await result.catch((thrown: unknown) => thrown)) === reason;
    const ends = () =>
      turns(chat).map(({ attributes, statusCode }) => [
        attributes['shopping_chat.turn.end_reason'],
        statusCode,
      ]);
    await eventually(ends, [isTold ? end : ['abandoned', 0]]);
  },
);

test.each(['text', 'a stream'])(
  'an answer that is complete, read as %s, is not aborted later',
  async (as) => {
    const chat = ask();
    const url = chatUrl({ query: 'hold' });
    const controller = new AbortController();
    const response = await post(url, { signal: controller.signal });
    const reading = as === 'text' ? response.text() : readToEnd(response);
    await release(url);
    await reading;
    controller.abort();
    await eventually(() => turnEnds(chat), [['answered', 1]]);
  },
);

test('a signal that outlives its requests keeps no listener of theirs', async () => {
  const chat = ask();
  const { signal } = new AbortController();
  const add = vi.spyOn(signal, 'addEventListener');
  const remove = vi.spyOn(signal, 'removeEventListener');
  await (await post(chatUrl(), { signal })).text();
  await eventually(() => turnEnds(chat), [['answered', 1]]);
  expect(add).toHaveBeenCalledTimes(1);
  expect(remove.mock.calls).toEqual(add.mock.calls);
});

async function readToEnd({ body }: Response): Promise<void> {
  const reader = (body as ReadableStream<Uint8Array>).getReader();
  while (!(await reader.read()).done);
}
