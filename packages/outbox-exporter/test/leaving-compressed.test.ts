import type { BrowserContext, Page } from 'playwright';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { OTEL_LINES } from './bundle.ts';
import { SOON, spanNames, usePages } from './deliveries.ts';
import { useScenario } from './scenario.ts';

const scenario = useScenario();

/** The requests of this channel with one of these spans. */
function requestsWith(channel: string, names: string[]) {
  return scenario.receiver
    .channel(channel)
    .requests.filter(({ spans }) => spans.some((span) => names.includes(span)));
}

function encodings(channel: string, names: string[]): string[] {
  return requestsWith(channel, names).map(({ headers }) => headers['content-encoding'] ?? 'plain');
}

/** Ends these spans as the last thing before the page is left. */
function endAndLeave(page: Page, names: string[]): Promise<void> {
  return page.evaluate((last) => {
    window.outboxPage.end(last);
    location.assign('about:blank');
  }, names);
}

/** Gives the page a CompressionStream whose output comes a task late. */
function slowDownCompression(): void {
  const Real = CompressionStream;
  globalThis.CompressionStream = class {
    readonly writable: WritableStream<BufferSource>;
    readonly readable: ReadableStream<Uint8Array<ArrayBuffer>>;
    constructor(format: CompressionFormat) {
      const stream = new Real(format);
      this.writable = stream.writable;
      this.readable = stream.readable.pipeThrough(
        new TransformStream({
          transform: async (chunk, controller) => {
            await new Promise((resolve) => setTimeout(resolve));
            controller.enqueue(chunk);
          },
        }),
      );
    }
  };
}

describe.each(OTEL_LINES)('with OpenTelemetry %s', (line) => {
  const pages = usePages(line);
  let context: BrowserContext;
  beforeEach(async () => {
    context = await scenario.browser().newContext();
  });
  afterEach(() => context.close());

  /** A page whose receiver has taken a compressed body. */
  async function openProven(channel: string): Promise<Page> {
    const page = await context.newPage();
    await page.goto(pages().page('first', { ...scenario.options(channel), compression: 'gzip' }));
    await page.evaluate(() => window.outboxPage.end(['proof']));
    await expect.poll(() => encodings(channel, ['proof']), SOON).toEqual(['gzip']);
    await expect.poll(() => page.evaluate(() => window.outboxPage.stats()), SOON).toMatchObject({ sent: 1 });
    return page;
  }

  test('the last batch before a navigation arrives compressed, without another visit and once', async () => {
    const channel = `gzip-navigate-${line}`;
    const page = await openProven(channel);
    const names = spanNames('last', 10);
    await endAndLeave(page, names);
    await expect.poll(() => scenario.missing(channel, names), SOON).toEqual([]);
    await page.close();
    expect(encodings(channel, names)).toEqual(['gzip']);
  });

  test('the last batch of a tab that is closed arrives compressed, without another visit and once', async () => {
    const channel = `gzip-close-${line}`;
    const page = await openProven(channel);
    const names = spanNames('last', 10);
    await page.evaluate((last) => window.outboxPage.end(last), names);
    await page.close({ runBeforeUnload: true });
    await expect.poll(() => scenario.missing(channel, names), SOON).toEqual([]);
    expect(encodings(channel, names)).toEqual(['gzip']);
  });

  test('several times the keepalive budget arrives compressed, without another visit', async () => {
    const channel = `gzip-large-${line}`;
    const page = await openProven(channel);
    const names = spanNames('long '.repeat(1_000), 70);
    await endAndLeave(page, names);
    await expect.poll(() => scenario.missing(channel, names), SOON).toEqual([]);
    const sent = requestsWith(channel, names).reduce((sum, { bytes }) => sum + bytes, 0);
    expect(sent).toBeLessThan(61_440);
  });

  test('the last batch arrives plain where compression needs a task', async () => {
    const channel = `gzip-slow-${line}`;
    await context.addInitScript(slowDownCompression);
    const page = await openProven(channel);
    const names = spanNames('last', 10);
    await endAndLeave(page, names);
    await expect.poll(() => scenario.missing(channel, names), SOON).toEqual([]);
    expect(encodings(channel, names)).toEqual(['plain']);
  });
});
