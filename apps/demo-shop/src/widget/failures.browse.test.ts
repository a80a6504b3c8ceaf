import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gate } from './browse-test/gate.ts';
import type { Stage, Visit } from './browse-test/open-shop.ts';
import { desktop, openStage } from './browse-test/open-shop.ts';
import { carouselAnswer } from './browse-test/sample-answer.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});

afterAll(() => stage.close());

/** Opens the chat, keeps what `clarity:answer` tells the host, and asks. */
async function askAnd(
  config: Record<string, unknown> = {},
): Promise<Visit & { answers(): Promise<unknown> }> {
  const visit = await stage.visit(desktop, { config });
  await visit.page.evaluate(() => {
    const answers: unknown[] = [];
    Object.assign(window, { answers });
    window.addEventListener('clarity:answer', (event) => answers.push((event as CustomEvent).detail));
  });
  await visit.control('chat-floating-trigger').click();
  await visit.control('chat-input').fill('Something warm');
  await visit.reported();
  await visit.control('chat-send').click();
  return { ...visit, answers: () => visit.page.evaluate(() => Reflect.get(window, 'answers') as unknown) };
}

describe('an answer', () => {
  test('that is complete is announced with its ids and without its text', async () => {
    const visit = await askAnd();
    await visit.control('chat-thumbs-up').waitFor();
    expect(await visit.answers()).toEqual([{ ok: true, messageId: 'message-1', responseId: 'resp-1' }]);
  });

  test('shows what the assistant is doing, and grows', async () => {
    const goOn = gate();
    stage.assistant.next({ events: carouselAnswer.slice(0, 1), until: goOn.opened });
    const visit = await askAnd();
    await visit.page.getByText('Looking through the shop …').waitFor();
    expect(await visit.control('chat-send').isDisabled()).toBe(true);
    goOn.open();
    await visit.page.getByText('The assistant had no answer.').waitFor();
    expect(await visit.answers()).toEqual([{ ok: false, error: 'empty_answer' }]);
  });

  test('that is cut keeps what came, and can be asked for again with the same question', async () => {
    const cut = gate();
    stage.assistant.next({ events: carouselAnswer.slice(0, 2), until: cut.opened, cut: true });
    const visit = await askAnd();
    await visit.control('chat-message-assistant').waitFor();
    cut.open();
    await visit.page.getByText('The answer broke off before it was complete.').waitFor();
    expect(await visit.control('chat-message-assistant').textContent()).toContain('[Halden');
    expect(await visit.answers()).toEqual([
      { ok: false, error: 'stream_cut', messageId: 'message-1', responseId: 'resp-1' },
    ]);
    await visit.control('chat-retry').click();
    await visit.control('chat-thumbs-up').waitFor();
    expect(await visit.control('chat-failure').count()).toBe(0);
    expect(await visit.control('chat-message-user').count()).toBe(1);
    const asked = { action: 'user_respond', type: 'text', message: 'Something warm' };
    expect(await visit.reported()).toMatchObject([
      { ...asked, conversation_state: 'home_screen' },
      { ...asked, conversation_state: 'conversation' },
    ]);
    const sent = stage.assistant.requests.slice(-2).map(({ body }) => body.event);
    expect(sent).toMatchObject([{ text: 'Something warm' }, { text: 'Something warm' }]);
    expect(sent[0]?._id).not.toBe(sent[1]?._id);
  });

  test('that is refused with 429 can be asked for again once the wait is over', async () => {
    stage.assistant.next({ status: 429, headers: { 'Retry-After': '2' } });
    const visit = await askAnd();
    await visit.page.getByText('Too many questions at once, try again in 2 s.').waitFor();
    expect(await visit.answers()).toEqual([{ ok: false, error: 'rate_limited' }]);
    expect(await visit.control('chat-retry').isDisabled()).toBe(true);
    await visit.control('chat-retry').click();
    await visit.control('chat-thumbs-up').waitFor();
  });

  test.each([
    [{ status: 500 }, 'http_500', 'Something went wrong while answering.'],
    [
      { events: [{ type: 'FATAL_ERROR', text: 'The search is down.' }] },
      'fatal_error',
      'The search is down.',
    ],
  ])('that fails with %j says so', async (reply, error, sentence) => {
    stage.assistant.next(reply);
    const visit = await askAnd();
    await visit.page.getByText(sentence).waitFor();
    expect(await visit.answers()).toEqual([{ ok: false, error }]);
    expect(await visit.control('chat-retry').isEnabled()).toBe(true);
  });

  test('that takes too long is given up', async () => {
    stage.assistant.next({ events: [], until: new Promise(() => undefined) });
    const visit = await askAnd({ requestLimitMs: 200 });
    await visit.page.getByText('The assistant took too long to answer.').waitFor();
    expect(await visit.answers()).toEqual([{ ok: false, error: 'timeout' }]);
  });

  test('that cannot be asked for says that the assistant is out of reach', async () => {
    const visit = await askAnd({ chatUrl: 'http://127.0.0.1:1' });
    await visit.page.getByText('The assistant cannot be reached.').waitFor();
    expect(await visit.answers()).toEqual([{ ok: false, error: 'network_error' }]);
  });

  test('is dropped when the chat is cleared', async () => {
    stage.assistant.next({ events: carouselAnswer.slice(0, 2), until: new Promise(() => undefined) });
    const visit = await askAnd();
    await visit.control('chat-message-assistant').waitFor();
    await visit.control('chat-menu').click();
    await visit.control('chat-menu-clear').click();
    await visit.control('chat-survey-close').click();
    expect(await visit.control('chat-home').isVisible()).toBe(true);
    await expect.poll(() => visit.answers()).toMatchObject([{ ok: false, error: 'aborted' }]);
    expect(await visit.control('chat-failure').count()).toBe(0);
  });
});

test('a starter that is clicked during an answer is asked after it, one request at a time', async () => {
  const goOn = gate();
  stage.assistant.next({ events: carouselAnswer, until: goOn.opened });
  const visit = await askAnd();
  await visit.control('chat-message-assistant').waitFor();
  await visit.page.locator('#plp').getByTestId('chat-trigger-starter').first().click();
  goOn.open();
  await expect
    .poll(() => visit.control('chat-message-user').allTextContents(), { timeout: 5000 })
    .toEqual(['You: Something warm', 'You: Help me choose between these']);
  await expect.poll(() => visit.control('chat-message-assistant').count()).toBe(2);
  const events = await visit.reported();
  expect(events.map(({ action }) => action)).toEqual(['user_respond', 'trigger_clicked', 'user_respond']);
  expect(events[1]).toMatchObject({ chat_widget_state: 'open', chat_widget_size: 'small' });
  expect(stage.assistant.mostAtOnce()).toBe(1);
});
