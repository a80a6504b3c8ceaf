import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askFirst } from './browse-test/ask-first.ts';
import type { Stage } from './browse-test/open-shop.ts';
import { chatConfig, devices, openStage } from './browse-test/open-shop.ts';
import { cardAnswer } from './browse-test/sample-answer.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});

afterAll(() => stage.close());

const parka = { product_id: '431374', product_category: 'outerwear' };

describe.each(devices)('on $name, in a conversation', (device) => {
  const around = {
    chat_widget_size: device.grown,
    conversation_state: 'conversation',
    chat_config: chatConfig,
  };

  test('typed text and the demo voice are told apart', async () => {
    const visit = await stage.visit(device);
    await visit.control('chat-floating-trigger').click();
    await visit.control('chat-input').fill('  Something warm ');
    await visit.control('chat-input').press('Enter');
    await visit.control('chat-thumbs-up').waitFor();
    await visit.control('chat-voice').click();
    await expect
      .poll(() => visit.control('chat-input').inputValue(), { timeout: 5000 })
      .toBe('Show me a warm waterproof jacket for winter hiking');
    await visit.control('chat-send').click();
    const events = (await visit.reported()).slice(2);
    const atHome = { ...around, chat_widget_size: device.size, conversation_state: 'home_screen' };
    const respond = { action: 'user_respond', product_ids: [] };
    expect(events).toEqual([
      { ...respond, type: 'text', message: 'Something warm', ...atHome },
      {
        ...respond,
        type: 'voice',
        message: 'Show me a warm waterproof jacket for winter hiking',
        ...atHome,
        conversation_state: 'conversation',
      },
    ]);
  });

  test('buttons report their text, and their target when they have one', async () => {
    const visit = await stage.visit(device);
    await visit.control('chat-floating-trigger').click();
    await visit.control('chat-home-suggestion').first().click();
    await visit.control('chat-quick-reply').getByText('Only waterproof ones').click();
    await visit.control('chat-quick-reply').getByText('Thank you').click();
    const events = (await visit.reported()).slice(2);
    const respond = { action: 'user_respond', product_ids: [], ...around, chat_widget_size: device.size };
    expect(events).toEqual([
      {
        ...respond,
        type: 'suggestion_button',
        message: 'Find a warm waterproof jacket',
        target: 'search_in_catalog',
        conversation_state: 'home_screen',
      },
      { ...respond, type: 'quick_reply', message: 'Only waterproof ones', target: 'search_in_catalog' },
      { ...respond, type: 'quick_reply', message: 'Thank you' },
    ]);
  });

  test('selecting reports the selection and the buttons it brings, and the next question carries it', async () => {
    const visit = await askFirst(stage, device);
    await visit.control('chat-product-select').nth(0).check();
    await visit.control('chat-product-select').nth(1).check();
    await visit.control('chat-suggestion').getByText('Compare').click();
    await visit.control('chat-selection-remove').first().click();
    await visit.control('chat-product-select').nth(1).uncheck();
    expect(await visit.reported()).toEqual([
      {
        action: 'product_select',
        product_id: '431374',
        product_ids: ['431374'],
        suggestion_buttons_shown: ['Tell me more', 'Find similar'],
        ...around,
      },
      {
        action: 'product_select',
        product_id: '531284',
        product_ids: ['431374', '531284'],
        suggestion_buttons_shown: ['Compare', 'Find similar'],
        ...around,
      },
      {
        action: 'user_respond',
        type: 'suggestion_button',
        message: 'Compare',
        product_ids: ['431374', '531284'],
        ...around,
      },
      {
        action: 'product_deselect',
        product_id: '431374',
        product_ids: ['531284'],
        suggestion_buttons_shown: ['Tell me more', 'Find similar'],
        ...around,
      },
      {
        action: 'product_deselect',
        product_id: '531284',
        product_ids: [],
        suggestion_buttons_shown: [],
        ...around,
      },
    ]);
  });

  test('the mini-PDP reports its opening, its closing and the questions asked in it', async () => {
    const visit = await askFirst(stage, device);
    await visit.control('chat-product-quick-view').first().click();
    await visit.control('chat-mini-pdp-close').click();
    await visit.control('chat-product-quick-view').first().click();
    await visit.control('chat-mini-pdp-suggestion').first().click();
    expect(await visit.control('chat-mini-pdp').isVisible()).toBe(false);
    expect(await visit.reported()).toEqual([
      { action: 'mini_pdp_click', ...parka, ...around },
      { action: 'close_mini_pdp', product_id: '431374', ...around },
      { action: 'mini_pdp_click', ...parka, ...around },
      {
        action: 'user_respond_product',
        type: 'suggestion_button',
        message: 'What is it made of?',
        target: 'products_expert_question',
        ...parka,
        ...around,
      },
    ]);
  });

  test('the product item menu tells which layout it belongs to', async () => {
    const visit = await askFirst(stage, device);
    stage.assistant.next({ events: cardAnswer });
    await visit.control('chat-product-menu').first().click();
    await visit.control('chat-product-menu-similar').click();
    await visit.control('chat-product').nth(3).waitFor();
    await visit.control('chat-product-menu').nth(3).click();
    await visit.control('chat-product-menu-follow-up').click();
    await visit.control('chat-input').fill('Is it warm?');
    await visit.control('chat-send').click();
    await visit.control('chat-product-quick-view').first().click();
    await visit.control('chat-mini-pdp').getByTestId('chat-product-menu').click();
    await visit.control('chat-product-menu-page').click();
    await expect.poll(() => visit.page.url()).toBe(`${stage.shop.url}/products/431374`);
    const click = { action: 'product_menu_click', ...around };
    const vest = { product_id: '061215', product_category: 'midlayer' };
    expect(await visit.reported()).toEqual([
      { ...click, button_content: 'find similar', source_type: 'carousel', ...parka },
      {
        action: 'user_respond_product',
        type: 'product_menu',
        message: 'find similar',
        target: 'find_similar_or_compatible_products',
        ...parka,
        ...around,
      },
      { ...click, button_content: 'ask follow up', source_type: 'product_card', ...vest },
      { action: 'user_respond_product', type: 'text', message: 'Is it warm?', ...vest, ...around },
      { action: 'mini_pdp_click', ...parka, ...around },
      { ...click, button_content: 'go to product page', source_type: 'mini_pdp', ...parka },
      {
        action: 'url_click',
        link_type: 'product_menu',
        url: `${stage.shop.url}/products/431374`,
        product_category: 'outerwear',
        ...around,
      },
    ]);
  });

  test('links report their kind, and only what belongs to it', async () => {
    const visit = await askFirst(stage, device);
    const url = `${stage.shop.url}/products/431374`;
    const back = async () => {
      await expect.poll(() => visit.page.url()).toBe(url);
      await visit.page.goto(stage.shop.url);
    };
    await visit.control('chat-text-link').click();
    await back();
    await visit.control('chat-product-link').first().click();
    await back();
    await visit.control('chat-product-quick-view').first().click();
    await visit.control('chat-mini-pdp-link').click();
    await back();
    const click = { action: 'url_click', url, ...around };
    expect(await visit.reported()).toEqual([
      { ...click, link_type: 'text_url', link_text: 'Halden Down Parka' },
      { ...click, link_type: 'product_card', ...parka },
      { action: 'mini_pdp_click', ...parka, ...around },
      { ...click, link_type: 'mini_pdp_product', ...parka },
    ]);
  });
});
