import { expect, test } from 'vitest';
import { recordSpans } from '../testing/recorded-spans.ts';
import { NO_WAITS, runChat } from '../testing/running-chat.ts';
import { ask, sendEvent, userText } from '../testing/send-event.ts';

const exporter = recordSpans();

async function answerOf(seed: string): Promise<string> {
  const base = await runChat({ seed, now: () => 0 });
  await ask(base, 'warm jacket', { eventId: 'e1' });
  return (await sendEvent(base, userText('what goes with it?'), { eventId: 'e2' })).text();
}

test('the same seed gives the same bytes, another seed other ids', async () => {
  const first = await answerOf('a');
  expect(await answerOf('a')).toBe(first);
  const other = await answerOf('b');
  expect(other).not.toBe(first);
  const withoutIds = (text: string) => text.replaceAll(/"(?:_id|responseId|batchId)":"[^"]*"/g, '');
  expect(withoutIds(other)).toBe(withoutIds(first));
});

test('two answers of one chat share no id', async () => {
  const base = await runChat({ seed: 'a', now: () => 0 });
  const first = await ask(base, 'warm jacket', { eventId: 'e1' });
  const second = await ask(base, 'warm jacket', { eventId: 'e2' });
  const ids = (events: typeof first) => events.map(({ _id }) => _id);
  expect(ids(first).filter((id) => ids(second).includes(id))).toEqual([]);
});

test('the same seed gives the same model ids and token counts', async () => {
  const usage = async () => {
    exporter.reset();
    await answerOf('a');
    return exporter
      .getFinishedSpans()
      .map(({ name, attributes }) => [
        name,
        attributes['gen_ai.response.id'],
        attributes['gen_ai.tool.call.id'],
        attributes['gen_ai.usage.input_tokens'],
        attributes['gen_ai.usage.output_tokens'],
      ]);
  };
  expect(await usage()).toEqual(await usage());
});

test('chats that are answered at the same time do not change each other', async () => {
  const latency = { ...NO_WAITS, chunkMs: 2 };
  const together = await runChat({ seed: 'a', latency, now: () => 0 });
  const ids = ['c1', 'c2', 'c3'];
  const text = async (base: string, chatId: string) =>
    (await sendEvent(base, userText('warm jacket'), { chatId, eventId: 'e1' })).text();
  const mixed = await Promise.all(ids.map((chatId) => text(together, chatId)));
  const alone = await runChat({ seed: 'a', latency, now: () => 0 });
  for (const [index, chatId] of ids.entries()) expect(await text(alone, chatId)).toBe(mixed[index]);
});
