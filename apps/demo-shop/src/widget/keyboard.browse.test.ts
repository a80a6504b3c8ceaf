import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askFirst } from './browse-test/ask-first.ts';
import type { Device, Stage } from './browse-test/open-shop.ts';
import { desktop, devices, openStage } from './browse-test/open-shop.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});

afterAll(() => stage.close());

/** Test id of the control that has the focus, through shadow roots. */
function focused(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active instanceof HTMLElement ? active.dataset.testid : undefined;
  });
}

describe('by keyboard', () => {
  test('the chat opens, takes the focus, and Escape gives it back to what opened it', async () => {
    const { page } = await stage.visit(desktop);
    await page.locator('#pdp').getByTestId('chat-trigger-open').press('Enter');
    expect(await focused(page)).toBe('chat-input');
    await page.keyboard.press('Escape');
    expect(await focused(page)).toBe('chat-trigger-open');
    await page.getByTestId('chat-badge').press('Enter');
    expect(await focused(page)).toBe('chat-input');
    await page.keyboard.press('Escape');
    expect(await focused(page)).toBe('chat-badge');
  });

  test('Escape leaves the innermost thing first', async () => {
    const { page, control, reported } = await askFirst(stage, desktop);
    await control('chat-product-quick-view').first().press('Enter');
    expect(await focused(page)).toBe('chat-mini-pdp-close');
    await control('chat-mini-pdp').getByTestId('chat-product-menu').press('Enter');
    await page.keyboard.press('Escape');
    expect(await control('chat-mini-pdp').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await focused(page)).toBe('chat-product-quick-view');
    await page.keyboard.press('Escape');
    expect((await reported()).map(({ action }) => action)).toEqual([
      'mini_pdp_click',
      'close_mini_pdp',
      'minimize_from_open',
    ]);
  });

  test('arrow keys move within a menu, and Escape returns to its button', async () => {
    const { page, control } = await stage.visit(desktop);
    await control('chat-floating-trigger').press('Enter');
    await control('chat-menu').press('Enter');
    await expect.poll(() => focused(page)).toBe('chat-menu-clear');
    await page.keyboard.press('ArrowUp');
    expect(await focused(page)).toBe('chat-menu-store-locator');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe('chat-menu-learn-more');
    await page.keyboard.press('Escape');
    await expect.poll(() => focused(page)).toBe('chat-menu');
    expect(await control('chat-panel').isVisible()).toBe(true);
  });

  test('the focus stays at a control that is drawn again', async () => {
    const { page, control } = await askFirst(stage, desktop);
    await control('chat-thumbs-up').press('Enter');
    expect(await focused(page)).toBe('chat-thumbs-up');
    await control('chat-product-select').first().press('Space');
    expect(await focused(page)).toBe('chat-product-select');
    expect(await control('chat-product-select').first().isChecked()).toBe(true);
  });
});

describe('for assistive technology', () => {
  test('the chat is a dialog with a live log, and every control has a name and a test id', async () => {
    const visit = await askFirst(stage, desktop);
    await visit.page.getByRole('dialog', { name: 'Shopping assistant' }).waitFor();
    expect(await visit.page.getByRole('log', { name: 'Conversation' }).getAttribute('aria-live')).toBe(
      'polite',
    );
    await visit.control('chat-product-select').first().check();
    await visit.control('chat-thumbs-down').click();
    await visit.control('chat-product-quick-view').first().click();
    await visit.control('chat-mini-pdp').getByTestId('chat-product-menu').click();
    expect(await unnamedControls(visit.page)).toEqual([]);
  });
});

function unnamedControls(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const hosts = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
    const controls = hosts.flatMap((root) => [
      ...root.querySelectorAll<HTMLElement>('button, a, input, textarea'),
    ]);
    if (controls.length < 40) throw new Error(`Only ${controls.length} controls were found.`);
    const named = (control: HTMLElement) => control.ariaLabel ?? control.textContent?.trim();
    return controls
      .filter((control) => !control.dataset.testid?.startsWith('chat-') || !named(control))
      .map((control) => control.outerHTML);
  });
}

describe.each([...devices, { ...desktop, name: 'phone', viewport: { width: 360, height: 740 } } as Device])(
  'at $viewport.width px',
  (device) => {
    test('nothing makes the page scroll sideways', async () => {
      const visit = await askFirst(stage, device);
      await visit.control('chat-product-select').first().check();
      const overflow = () =>
        visit.page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
      expect(await overflow()).toBe(0);
      for (const part of ['chat-panel', 'chat-messages', 'chat-selection']) {
        const box = await visit
          .control(part)
          .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
        expect([part, box]).toEqual([part, 0]);
      }
      const panel = await visit.control('chat-panel').boundingBox();
      expect(panel?.x).toBeGreaterThanOrEqual(0);
      expect((panel?.x ?? 0) + (panel?.width ?? 0)).toBeLessThanOrEqual(device.viewport.width);
      await visit.control('chat-minimize').click();
      expect(await overflow()).toBe(0);
    });
  },
);
