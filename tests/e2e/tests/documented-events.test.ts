import { validateEvent } from '@chatspan/semantic-conventions/validate';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { ChatEvent } from '../src/chat-events.ts';
import { chatEventsBySession } from '../src/chat-events.ts';
import { DEADLINE } from '../src/deadline.ts';
import { launchBrowser } from '../src/open-tab.ts';
import { typedQuestion } from '../src/scenario/ask-and-look.ts';
import { documentedScenario } from '../src/scenario/documented-scenario.ts';
import { spokenQuestion } from '../src/scenario/on-the-phone.ts';
import { comments, ratedTexts } from '../src/scenario/rate-and-leave.ts';
import type { ExpectedEvent } from '../src/scenario/step.ts';
import { numbered } from '../src/scenario/step.ts';
import type { LocalShop } from '../src/start-local-shop.ts';
import { startLocalShop } from '../src/start-local-shop.ts';
import { readSpans } from '../src/stored-span.ts';
import { typedAttributes } from '../src/typed-attributes.ts';

/** The names on the vendor's page. */
const documented = [
  'change_size',
  'chat_closed',
  'close_bubble',
  'close_chat_from_minimized',
  'close_chat_from_open_on_mobile',
  'close_mini_pdp',
  'close_survey',
  'expand_from_bubble',
  'expand_from_minimized',
  'expand_from_trigger',
  'menu_click',
  'mini_pdp_click',
  'minimize_from_open',
  'product_deselect',
  'product_menu_click',
  'product_select',
  'submit_feedback',
  'thumbs_down',
  'thumbs_up',
  'trigger_clicked',
  'url_click',
  'user_respond',
  'user_respond_product',
];

let shop: LocalShop;
let browser: Browser;
let scenario: ReturnType<typeof documentedScenario>;
let shownInPanel: (string | null)[];
let sessions: ChatEvent[][];

beforeAll(async () => {
  shop = await startLocalShop();
  browser = await launchBrowser();
  scenario = documentedScenario(shop.url);
  const onDesktop = await scenario.onDesktop.play(browser);
  await onDesktop.opensEventList();
  const listed = onDesktop.control('panel-event');
  await vi.waitFor(async () => expect(await listed.count()).toBe(scenario.onDesktop.events.length), DEADLINE);
  shownInPanel = await listed.evaluateAll((rows) => rows.map((row) => row.getAttribute('data-event-name')));
  await onDesktop.leaves();
  await (await scenario.onPhone.play(browser)).leaves();

  const { onPhone } = scenario;
  await vi.waitFor(async () => {
    sessions = chatEventsBySession(await readSpans(shop.reader));
    const counts = sessions.map(({ length }) => length);
    expect(counts).toEqual([scenario.onDesktop.events.length, onPhone.events.length]);
  }, DEADLINE);
});

afterAll(async () => {
  await browser?.close();
  await shop?.close();
});

function asTyped(events: readonly ChatEvent[] = []): ExpectedEvent[] {
  return events.map(({ name, attributes }) => ({ name, attributes: typedAttributes(attributes) }));
}

test('the scenario brings all 23 documented events and no other', () => {
  const actions = new Set(sessions.flat().map(({ attributes }) => attributes['shopping_chat.action']));
  expect([...actions].sort()).toEqual(documented);
});

test('on a desktop every event has its documented attributes and no other, numbered without a gap', () => {
  expect(asTyped(sessions[0])).toEqual(numbered(scenario.onDesktop.events));
});

test('on a phone every event has its documented attributes and no other, numbered without a gap', () => {
  expect(asTyped(sessions[1])).toEqual(numbered(scenario.onPhone.events));
});

test('the conventions have nothing to say about any of them', () => {
  const problems = sessions
    .flat()
    .flatMap(({ name, attributes }) => validateEvent(name, typedAttributes(attributes)));
  expect(problems).toEqual([]);
});

test('the event panel lists what ClickHouse has, latest first', () => {
  expect(shownInPanel).toEqual(scenario.onDesktop.events.map(({ name }) => name).toReversed());
});

test('a chat session is one trace, until Clear Chat begins another conversation in a linked one', async () => {
  const roots = (await readSpans(shop.reader)).filter(({ name }) => name === 'shopping_chat.session');
  const parts = sessions.map((events) => [...Map.groupBy(events, ({ traceId }) => traceId)]);
  expect(parts.map((traces) => traces.map(([, events]) => events.length))).toEqual([
    [22, 3],
    [6, 2],
  ]);
  for (const [[before] = [], [after] = []] of parts) {
    const root = roots.find(({ traceId }) => traceId === after);
    expect(root?.links.map(({ traceId }) => traceId)).toEqual([before]);
    expect(root?.attributes['shopping_chat.session.rollover_reason']).toBe('conversation_changed');
  }
});

test('nothing that the shopper said, wrote or rated is in any column of any span', async () => {
  const result = await shop.reader.query({ query: 'SELECT * FROM otel.otel_traces', format: 'JSONEachRow' });
  const everything = JSON.stringify(await result.json());
  const found = (text: string) => everything.includes(text);
  const texts = [typedQuestion, spokenQuestion, ...Object.values(comments), ...ratedTexts];
  expect(texts.filter(found)).toEqual([]);
  // The search finds what is there: the label of a button.
  expect(found('What materials is this product made from?')).toBe(true);
});
