import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Stage, Visit } from './browse-test/open-shop.ts';
import { chatConfig, devices, openStage } from './browse-test/open-shop.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});

afterAll(() => stage.close());

const allProductIds = ['431374', '531284', '061215'];

describe.each(devices)('on $name, opening and closing', (device) => {
  const { size, grown } = device;
  const around = { chat_widget_size: size, chat_config: chatConfig };

  async function openHome(visit: Visit): Promise<void> {
    await visit.control('chat-floating-trigger').click();
    await visit.control('chat-home').waitFor();
    await visit.reported();
  }

  test('the floating button reports the click and the opening', async () => {
    const visit = await stage.visit(device);
    await visit.control('chat-floating-trigger').click();
    expect(await visit.reported()).toEqual([
      {
        action: 'trigger_clicked',
        component: 'FLOATING_TRIGGER',
        component_template: 'FLOATING_TRIGGER_v1',
        trigger_context_product_ids: allProductIds,
        trigger_conversation_starters_list: [],
        chat_widget_state: 'none',
        conversation_state: 'none',
        chat_config: chatConfig,
      },
      {
        action: 'expand_from_trigger',
        chat_opened_from_trigger: 'Clarity-Floating-Trigger',
        chat_widget_state: 'open',
        conversation_state: 'home_screen',
        ...around,
      },
    ]);
  });

  test('a starter on a product page opens the chat and asks at once', async () => {
    const visit = await stage.visit(device);
    const starter = 'What materials is this product made from?';
    await visit.page.locator('#pdp').getByText(starter).click();
    expect(await visit.reported()).toEqual([
      {
        action: 'trigger_clicked',
        component: 'PDP_EMBEDDED',
        component_template: 'PDP_EMBEDDED_v1',
        trigger_context_product_ids: ['431374'],
        trigger_conversation_starters_list: [
          starter,
          'Is it warm enough for winter?',
          'What goes well with it?',
        ],
        trigger_conversation_starter_clicked_is_generated: true,
        trigger_conversation_starters_is_generated: true,
        suggested_question_text: starter,
        chat_widget_state: 'none',
        conversation_state: 'none',
        chat_config: chatConfig,
      },
      {
        action: 'expand_from_trigger',
        chat_opened_from_trigger: 'Clarity-PDP-Embedded',
        suggested_button: starter,
        chat_widget_state: 'open',
        conversation_state: 'none',
        ...around,
      },
      {
        action: 'user_respond',
        type: 'trigger_button',
        message: starter,
        product_ids: [],
        clicked_in_trigger: 'Clarity-PDP-Embedded',
        conversation_state: 'conversation',
        ...around,
      },
    ]);
  });

  test('a trigger without a starter greets, and a product page’s trigger makes the next question about its product', async () => {
    const visit = await stage.visit(device);
    await visit.page.locator('#pdp').getByTestId('chat-trigger-open').click();
    await visit.control('chat-input').fill('Is it warm?');
    await visit.control('chat-input').press('Enter');
    expect(await visit.reported()).toMatchObject([
      {
        action: 'trigger_clicked',
        component: 'PDP_EMBEDDED',
        trigger_conversation_starters_is_generated: true,
      },
      { action: 'expand_from_trigger', conversation_state: 'welcome_message' },
      {
        action: 'user_respond_product',
        type: 'text',
        message: 'Is it warm?',
        product_id: '431374',
        clicked_in_trigger: 'Clarity-PDP-Embedded',
        conversation_state: 'welcome_message',
        ...around,
      },
    ]);
  });

  test.each([
    ['#plp', 'PLP_EMBEDDED', 'Clarity-PLP-Embedded', ['431374', '531284']],
    ['#banner', 'PLP_BANNER', 'Clarity-PLP-Banner', ['531284']],
    ['#search', 'SEARCH_SUGGESTION', 'Clarity-Search-Suggestion', ['061215']],
  ])('the trigger in %s names itself and its products', async (place, component, banner, productIds) => {
    const visit = await stage.visit(device);
    await visit.page.locator(place).getByTestId('chat-trigger-open').click();
    const [clicked, expanded] = await visit.reported();
    expect(clicked).toMatchObject({
      action: 'trigger_clicked',
      component,
      component_template: `${component}_v1`,
      trigger_context_product_ids: productIds,
    });
    expect(clicked).not.toHaveProperty('suggested_question_text');
    expect(clicked).not.toHaveProperty('trigger_conversation_starter_clicked_is_generated');
    expect(clicked).not.toHaveProperty('trigger_conversation_starters_is_generated');
    expect(expanded).toMatchObject({ action: 'expand_from_trigger', chat_opened_from_trigger: banner });
    expect(expanded).not.toHaveProperty('suggested_button');
  });

  test('the bubble opens the chat with its message', async () => {
    const visit = await stage.visit(device, { config: { bubbleDelayMs: 1 } });
    await visit.control('chat-bubble-open').click();
    await visit.control('chat-message-assistant').waitFor();
    expect(await visit.reported()).toEqual([
      {
        action: 'expand_from_bubble',
        chat_widget_state: 'open',
        conversation_state: 'initial_message',
        ...around,
      },
    ]);
  });

  test('the bubble can be dismissed', async () => {
    const visit = await stage.visit(device, { config: { bubbleDelayMs: 1 } });
    await visit.control('chat-bubble-close').click();
    expect(await visit.reported()).toEqual([
      { action: 'close_bubble', chat_widget_state: 'bubble', chat_config: chatConfig },
    ]);
    expect(await visit.control('chat-bubble').isVisible()).toBe(false);
  });

  test('minimizing, expanding again and dismissing the badge', async () => {
    const visit = await stage.visit(device);
    await openHome(visit);
    await visit.control('chat-minimize').click();
    await visit.control('chat-badge').click();
    await visit.control('chat-minimize').click();
    await visit.control('chat-badge-close').click();
    const state = { conversation_state: 'home_screen', chat_config: chatConfig };
    const minimized = {
      action: 'minimize_from_open',
      chat_widget_state: 'minimized',
      chat_widget_size: size,
      ...state,
    };
    expect(await visit.reported()).toEqual([
      minimized,
      { action: 'expand_from_minimized', chat_widget_state: 'open', chat_widget_size: size, ...state },
      minimized,
      { action: 'close_chat_from_minimized', chat_widget_state: 'minimized', ...state },
    ]);
  });

  test('resizing reports the new size and the size before', async () => {
    const visit = await stage.visit(device);
    await openHome(visit);
    await visit.control('chat-resize').click();
    await visit.control('chat-resize').click();
    const state = { conversation_state: 'home_screen', chat_config: chatConfig };
    expect(await visit.reported()).toEqual([
      { action: 'change_size', set_size_to: 'large', chat_widget_size: size, ...state },
      { action: 'change_size', set_size_to: 'small', chat_widget_size: grown, ...state },
    ]);
  });

  test('the close control is for phones only', async () => {
    const visit = await stage.visit(device);
    await openHome(visit);
    if (device.name === 'desktop') {
      expect(await visit.control('chat-close').isVisible()).toBe(false);
      return;
    }
    await visit.control('chat-close').click();
    expect(await visit.reported()).toEqual([
      {
        action: 'close_chat_from_open_on_mobile',
        chat_widget_state: 'open',
        conversation_state: 'home_screen',
        ...around,
      },
    ]);
  });

  test('a close from outside is reported with the state before, once', async () => {
    const visit = await stage.visit(device);
    await openHome(visit);
    await visit.page.locator('#checkout').click();
    await visit.page.locator('#checkout').click();
    expect(await visit.reported()).toEqual([
      {
        action: 'chat_closed',
        chat_widget_state: 'open',
        conversation_state: 'home_screen',
        chat_config: chatConfig,
      },
    ]);
    expect(await visit.control('chat-panel').isVisible()).toBe(false);
  });

  test('the header menu reports its items, with the address where there is one', async () => {
    const visit = await stage.visit(device);
    await openHome(visit);
    for (const item of ['clear', 'learn-more', 'store-locator']) {
      await visit.control('chat-menu').click();
      await visit.control(`chat-menu-${item}`).click();
    }
    await expect.poll(() => visit.page.url()).toBe(`${stage.shop.url}/help#stores`);
    const state = { conversation_state: 'home_screen', ...around };
    expect(await visit.reported()).toEqual([
      { action: 'menu_click', button_content: 'Clear Chat', ...state },
      { action: 'menu_click', button_content: 'Learn more', url: `${stage.shop.url}/help`, ...state },
      {
        action: 'menu_click',
        button_content: 'Store locator',
        url: `${stage.shop.url}/help#stores`,
        ...state,
      },
    ]);
  });
});
