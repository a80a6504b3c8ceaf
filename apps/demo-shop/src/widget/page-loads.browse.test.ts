import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askFirst } from './browse-test/ask-first.ts';
import type { Stage, Visit } from './browse-test/open-shop.ts';
import { desktop, openStage } from './browse-test/open-shop.ts';
import { carouselAnswer } from './browse-test/sample-answer.ts';
import type { ChatSnapshot, ClarityChat } from './host-window.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});

afterAll(() => stage.close());

function snapshot({ page }: Visit): Promise<ChatSnapshot> {
  return page.evaluate(() => (window as unknown as { clarityChat: ClarityChat }).clarityChat.state());
}

describe('over a page load', () => {
  test('the chat stays as it is, and nothing is reported', async () => {
    const visit = await askFirst(stage, desktop);
    await visit.control('chat-product-select').first().check();
    await visit.reported();
    const before = await snapshot(visit);
    await visit.page.goto(`${stage.shop.url}/products/431374`);
    await visit.control('chat-message-assistant').waitFor();
    expect(await snapshot(visit)).toEqual(before);
    expect(before).toMatchObject({
      view: 'open',
      size: 'large',
      selection: ['431374'],
      conversation: 'conversation',
    });
    expect(await visit.control('chat-product-select').first().isChecked()).toBe(true);
    expect(await visit.control('chat-suggestion').allTextContents()).toEqual([
      'Tell me more',
      'Find similar',
    ]);
    expect(await visit.reported()).toEqual([]);
  });

  test('an answer that was under way becomes a retry', async () => {
    const visit = await stage.visit(desktop);
    stage.assistant.next({ events: carouselAnswer.slice(0, 2), until: new Promise(() => undefined) });
    await visit.control('chat-floating-trigger').click();
    await visit.control('chat-home-suggestion').first().click();
    await visit.control('chat-message-assistant').waitFor();
    await visit.page.reload();
    await visit.page.getByText('The page changed before the answer was complete.').waitFor();
    await visit.control('chat-retry').click();
    await visit.control('chat-thumbs-up').waitFor();
  });

  test('a dismissed bubble stays away, and a shown one stays', async () => {
    const visit = await stage.visit(desktop, { config: { bubbleDelayMs: 1 } });
    await visit.control('chat-bubble').waitFor();
    await visit.page.reload();
    await visit.control('chat-bubble-close').click();
    await visit.page.clock.install();
    await visit.page.reload();
    await visit.control('chat-floating-trigger').waitFor();
    await visit.page.clock.runFor(60_000);
    expect(await visit.control('chat-bubble').isVisible()).toBe(false);
  });

  test('what the backend was told is not told again', async () => {
    const visit = await askFirst(stage, desktop);
    await visit.control('chat-product-select').first().check();
    await visit.page.reload();
    const before = stage.assistant.requests.length;
    await visit.control('chat-suggestion').first().click();
    await expect.poll(() => visit.control('chat-thumbs-up').count()).toBe(2);
    const sent = stage.assistant.requests.slice(before).map(({ body }) => body.event);
    expect(sent).toMatchObject([
      { type: 'SELECTED_ITEMS', ids: ['431374'] },
      {
        type: 'ADD_MESSAGE.USER.DIRECT_CALL',
        text: 'Tell me more',
        target: 'products_expert_question',
        payload: { productIds: ['431374'] },
      },
    ]);
  });
});

describe('with the host', () => {
  test('opening and minimizing from outside report nothing, and closing from minimized is the catch-all', async () => {
    const visit = await stage.visit(desktop);
    const call = (method: 'open' | 'minimize' | 'close') =>
      visit.page.evaluate(
        (name) => (window as unknown as { clarityChat: ClarityChat }).clarityChat[name](),
        method,
      );
    await call('open');
    expect(await visit.control('chat-home').isVisible()).toBe(true);
    await call('minimize');
    expect(await visit.control('chat-badge').isVisible()).toBe(true);
    expect(await visit.reported()).toEqual([]);
    await call('close');
    expect(await visit.reported()).toMatchObject([{ action: 'chat_closed', chat_widget_state: 'minimized' }]);
    expect(await snapshot(visit)).toMatchObject({
      view: 'none',
      conversation: 'home_screen',
      answering: false,
    });
  });

  test('events wait for a tracker that comes later, and keep their order', async () => {
    const visit = await stage.visit(desktop, { tracker: false });
    await visit.control('chat-floating-trigger').click();
    await visit.page.evaluate(() => {
      const actions: unknown[] = [];
      const track = (_: string, { action }: { action: string }) => actions.push(action);
      Object.assign(window, { actions, exponea: { track } });
    });
    await visit.control('chat-minimize').click();
    expect(await visit.page.evaluate(() => Reflect.get(window, 'actions') as unknown)).toEqual([
      'trigger_clicked',
      'expand_from_trigger',
      'minimize_from_open',
    ]);
  });

  test('trigger places that are added later are filled, and unknown ones are named in the console', async () => {
    const visit = await stage.visit(desktop);
    const warning = visit.page.waitForEvent('console', (message) => message.type() === 'warning');
    await visit.page.evaluate(() => {
      document
        .querySelector('h1')
        ?.insertAdjacentHTML('beforeend', '<div><p id="late" data-clarity-trigger="PLP_BANNER"></p></div>');
      document.body.insertAdjacentHTML('beforeend', '<p data-clarity-trigger="FOOTER"></p>');
    });
    await visit.page.locator('#late').getByTestId('chat-trigger-open').click();
    expect(await visit.control('chat-panel').isVisible()).toBe(true);
    expect((await warning).text()).toContain('data-clarity-trigger="FOOTER" is unknown');
  });
});
