import { beforeEach, expect, test } from 'vitest';
import { endedSpans, recordSpans } from './testing/recorded-spans.ts';
import { runChat } from './testing/running-chat.ts';
import { ask } from './testing/send-event.ts';

const exporter = recordSpans();
beforeEach(() => exporter.reset());

const TRACE_ID = '0af7651916cd43dd8448eb211c80319c';
const SPAN_ID = 'b7ad6b7169203331';

/** The attribute's value on each of the five spans of a question, once each. */
async function valuesOf(key: string): Promise<unknown[]> {
  const spans = await endedSpans(exporter);
  expect(spans).toHaveLength(5);
  return [...new Set(spans.map(({ attributes }) => attributes[key]))];
}

test('the spans belong to the trace of the page, under its span', async () => {
  const headers = { traceparent: `00-${TRACE_ID}-${SPAN_ID}-01` };
  await ask(await runChat(), 'waterproof shell', { headers });
  const spans = await endedSpans(exporter);
  expect(new Set(spans.map((span) => span.spanContext().traceId))).toEqual(new Set([TRACE_ID]));
  expect(
    spans.filter(({ parentSpanContext }) => parentSpanContext?.spanId === SPAN_ID).map(({ kind }) => kind),
  ).toEqual([1]);
});

test('a page that does not sample gets no spans', async () => {
  const base = await runChat();
  await ask(base, 'waterproof shell', { headers: { traceparent: `00-${TRACE_ID}-${SPAN_ID}-00` } });
  await ask(base, 'waterproof shell');
  expect((await endedSpans(exporter)).map((span) => span.spanContext().traceId)).not.toContain(TRACE_ID);
});

test('session and conversation come from the page to every span, and nothing else does', async () => {
  const baggage = 'session.id=s1,shopping_chat.session.id=c1,gen_ai.conversation.id=conv1,user.email=someone';
  await ask(await runChat(), 'waterproof shell', { headers: { baggage }, conversationId: 'body1' });
  expect(await valuesOf('session.id')).toEqual(['s1']);
  expect(await valuesOf('shopping_chat.session.id')).toEqual(['c1']);
  expect(await valuesOf('gen_ai.conversation.id')).toEqual(['conv1']);
  expect(await valuesOf('user.email')).toEqual([undefined]);
});

test("without the page's conversation id the body's is on every span", async () => {
  const headers = { baggage: 'session.id=s1' };
  await ask(await runChat(), 'waterproof shell', { headers, conversationId: 'body1' });
  expect(await valuesOf('gen_ai.conversation.id')).toEqual(['body1']);
  expect(await valuesOf('session.id')).toEqual(['s1']);
});

test('without any conversation id the chat id is on every span', async () => {
  await ask(await runChat(), 'waterproof shell', { chatId: 'chat-7' });
  expect(await valuesOf('gen_ai.conversation.id')).toEqual(['chat-7']);
});
