import { expect, onTestFinished, test, vi } from 'vitest';
import { ask, post, turnEnds, turns } from '../../test/asked-chat.ts';
import { answersEnded, chatUrl, eventually, release } from '../../test/chat-request.ts';
import { openChat } from '../../test/open-chat.ts';
import { chatRequestUrls } from '../index.ts';

test('two requests to one URL at the same moment are told apart', async () => {
  const chat = ask({ turnGraceMillis: 0 });
  const url = chatUrl({ query: 'hold=once' });
  // Which of the two is held is up to the network.
  const both = [post(url), post(url)].map(async (response) => (await response).text());
  await Promise.race(both);
  await answersEnded(url);
  expect(turns(chat)).toEqual([]);
  await release(url);
  await Promise.all(both);
  await eventually(() => turnEnds(chat), [['answered', 2]]);
});

test('a failed request does not end the turn of another one to the same URL', async () => {
  const chat = ask({ turnGraceMillis: 0 });
  const url = chatUrl({ query: 'hold=once' });
  const slow = await post(url);
  const controller = new AbortController();
  const failing = expect(post(url, { signal: controller.signal })).rejects.toThrow('abort');
  controller.abort();
  await failing;
  await (await fetch(chatUrl({ area: 'other' }))).text();
  expect(turns(chat)).toEqual([]);
  await release(url);
  await slow.text();
  await eventually(() => turnEnds(chat), [['answered', 2]]);
});

test('a request that asks nothing does not end the turn of an answer from the same URL', async () => {
  const asks = ({ body }: { body: unknown }) => String(body).includes('question');
  const chat = openChat({ requests: chatRequestUrls(['/chat'], { asks }), limits: { turnGraceMillis: 0 } });
  const url = chatUrl({ query: 'hold=once' });
  const answer = await post(url);
  await (await post(url, { body: 'rating' })).text();
  await answersEnded(url);
  expect(turns(chat)).toEqual([]);
  await release(url);
  await answer.text();
  await eventually(() => turnEnds(chat), [['answered', 1]]);
});

test.each([
  ['throws', () => Promise.reject(new TypeError('blocked')), 'TypeError'],
  [
    'throws at once',
    () => {
      throw new RangeError('blocked');
    },
    'RangeError',
  ],
])(
  'a fetch of the page that %s fails the turn, and the page gets its exception',
  async (_what, replacement, type) => {
    vi.stubGlobal('fetch', replacement);
    onTestFinished(() => {
      vi.unstubAllGlobals();
    });
    const chat = ask();
    await expect((async () => await post(chatUrl()))()).rejects.toThrow('blocked');
    await eventually(() => turnEnds(chat), [['failed', 1]]);
    expect(turns(chat)[0]?.attributes['error.type']).toBe(type);
  },
);

test('the page gets whatever its own fetch returns', async () => {
  let given: unknown = 'offline';
  vi.stubGlobal('fetch', () => given);
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  const chat = ask();
  expect(post(chatUrl())).toBe('offline');
  await eventually(() => turnEnds(chat), [['answered', 1]]);
  given = Promise.resolve(null);
  await expect(post(chatUrl())).resolves.toBe(null);
  chat.instrumentation.disable();
});

test('a turn lasts as long as its slowest request, even if others go to the same URL', async () => {
  const chat = ask({ turnGraceMillis: 0 });
  const url = chatUrl({ query: 'hold=once' });
  const slow = await post(url);
  await (await post(url)).text();
  await (await post(url)).text();
  await answersEnded(url, 2);
  expect(turns(chat)).toEqual([]);
  await release(url);
  await slow.text();
  await eventually(() => turnEnds(chat), [['answered', 3]]);
});
