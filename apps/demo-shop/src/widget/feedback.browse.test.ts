import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askFirst } from './browse-test/ask-first.ts';
import type { Stage } from './browse-test/open-shop.ts';
import { chatConfig, devices, openStage } from './browse-test/open-shop.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});

afterAll(() => stage.close());

describe.each(devices)('on $name, feedback', (device) => {
  const around = {
    chat_widget_size: device.grown,
    conversation_state: 'conversation',
    chat_config: chatConfig,
  };

  const rated = {
    feedback_target_text: 'The [Halden Down Parka](/products/431374) is the **warmest**.',
    feedback_target_product_ids: ['431374', '531284', '061215'],
    message_id: 'message-1',
    response_id: 'resp-1',
  };

  function sentFeedback(): unknown[] {
    return stage.assistant.requests
      .map(({ body }) => body.event)
      .filter(({ type }) => type === 'ADD_MESSAGE.USER.FEEDBACK');
  }

  test('a rating counts once, with its comment', async () => {
    const visit = await askFirst(stage, device);
    await visit.control('chat-thumbs-up').click();
    await visit.control('chat-thumbs-down').click();
    expect(await visit.reported()).toEqual([]);
    await visit.control('chat-rating-text').fill('Not in my size');
    await visit.control('chat-rating-send').click();
    await visit.page.getByText('Thanks for rating.').waitFor();
    expect(await visit.reported()).toEqual([
      { action: 'thumbs_down', feedback_message: 'Not in my size', ...rated, ...around },
    ]);
    await expect
      .poll(() => sentFeedback().at(-1))
      .toMatchObject({
        score: -1,
        text: 'Not in my size',
        messages: ['message-1'],
      });
  });

  test('a rating counts without a comment, too', async () => {
    const visit = await askFirst(stage, device);
    await visit.control('chat-thumbs-up').click();
    await visit.control('chat-rating-skip').click();
    expect(await visit.reported()).toEqual([{ action: 'thumbs_up', ...rated, ...around }]);
  });

  test('a rating that is taken back is not reported', async () => {
    const visit = await askFirst(stage, device);
    await visit.control('chat-thumbs-up').click();
    await visit.control('chat-thumbs-up').click();
    await expect.poll(() => visit.control('chat-rating-text').isVisible()).toBe(false);
    expect(await visit.reported()).toEqual([]);
  });

  test('Clear Chat asks for a rating of the chat that ended', async () => {
    const visit = await askFirst(stage, device);
    await visit.control('chat-menu').click();
    await visit.control('chat-menu-clear').click();
    await visit.control('chat-survey-score-4').check();
    await visit.control('chat-survey-text').fill('Quick and friendly');
    await visit.control('chat-survey-submit').click();
    await visit.page.getByText('Thank you for your feedback.').waitFor();
    expect(await visit.reported()).toEqual([
      { action: 'menu_click', button_content: 'Clear Chat', ...around },
      { action: 'submit_feedback', feedback_state: 4, feedback_message: 'Quick and friendly' },
    ]);
    await expect.poll(() => sentFeedback().at(-1)).toMatchObject({ score: 4, text: 'Quick and friendly' });
    const chats = new Set(stage.assistant.requests.slice(-2).map(({ path }) => path));
    expect(chats.size).toBe(1);
  });

  test('the survey can be dismissed', async () => {
    const visit = await askFirst(stage, device);
    await visit.control('chat-menu').click();
    await visit.control('chat-menu-clear').click();
    await visit.control('chat-survey-close').click();
    expect((await visit.reported()).slice(1)).toEqual([{ action: 'close_survey' }]);
    expect(await visit.control('chat-home').isVisible()).toBe(true);
  });
});
