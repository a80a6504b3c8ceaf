import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import type { ZipkinSpan } from '../src/intake.ts';
import { useVendorSite } from '../src/vendor-site.ts';

declare global {
  interface Window {
    /** Reports an event of the chat widget. Absent on pages without the instrumentation. */
    reportChat?(action: string): void;
  }
}

const newShopper = useVendorSite(['splunk']);

const WITH = [
  ['without the instrumentation', ['splunk'], 0],
  ['with the instrumentation from npm', ['splunk', 'chat-npm'], 1],
  ['with the instrumentation as a classic script', ['splunk', 'chatspan', 'chat-iife'], 1],
] as const;

// What Splunk RUM records of a first page without anybody's requests.
const OF_SPLUNK = ['documentFetch', 'documentLoad', 'resourceFetch', 'session.start'];

const FIRST = [
  'trigger_clicked',
  'product_select',
  'user_respond',
  'minimize_from_open',
  'expand_from_minimized',
  'url_click',
];
const SECOND = ['product_select', 'thumbs_up', 'chat_closed'];

/** Reports events, and goes to another address in the task of the last one. */
function report(page: Page, actions: readonly string[], next?: string): Promise<void> {
  return page.evaluate(
    ({ actions, next }) => {
      for (const action of actions) window.reportChat?.(action);
      if (next) location.href = next;
    },
    { actions: [...actions], next },
  );
}

function isOfChat({ name }: ZipkinSpan): boolean {
  return name.startsWith('shopping_chat.');
}

/** Names of the spans of Splunk's own from a page. */
function namesOfSplunk(spans: readonly ZipkinSpan[], path: string): string[] {
  const ofPage = spans.filter((span) => !isOfChat(span) && span.tags['location.href']?.includes(path));
  return [...new Set(ofPage.map(({ name }) => name))].toSorted();
}

/** Actions of the chat's events. */
function chatActions(spans: readonly ZipkinSpan[]): string[] {
  const events = spans.filter(isOfChat).flatMap(({ annotations = [] }) => annotations);
  return events.map(({ value }) => value.replace('shopping_chat.', '')).toSorted();
}

test.each(WITH)('Splunk RUM loses nothing of a page that navigates %s', async (_with, scripts, copies) => {
  const { context, spans, url } = await newShopper();
  const page = await context.newPage();
  await page.goto(url('first', scripts));
  await report(page, FIRST, url('second', scripts));
  await page.waitForURL(/second/);
  await report(page, SECOND);
  await page.close();
  await expect.poll(() => namesOfSplunk(spans, '/first'), { timeout: 10_000 }).toEqual(OF_SPLUNK);
  await expect
    .poll(() => chatActions(spans), { timeout: 10_000 })
    .toEqual(copies === 0 ? [] : [...FIRST, ...SECOND].toSorted());
});

test.each(WITH)('Splunk RUM loses nothing of a tab that is closed %s', async (_with, scripts, copies) => {
  const { context, spans, url } = await newShopper();
  const page = await context.newPage();
  await page.goto(url('first', scripts));
  await report(page, FIRST);
  await page.close();
  await expect.poll(() => namesOfSplunk(spans, '/first'), { timeout: 10_000 }).toEqual(OF_SPLUNK);
  await expect
    .poll(() => chatActions(spans), { timeout: 10_000 })
    .toEqual(copies === 0 ? [] : FIRST.toSorted());
});
