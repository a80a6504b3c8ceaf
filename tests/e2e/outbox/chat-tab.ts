import type { Page } from 'playwright';
import type { Chat } from './chat.ts';

/** A tab in which a shopper goes on with a chat. */
export class ChatTab {
  readonly page: Page;
  readonly chat: Chat;
  readonly #origin: string;

  constructor(page: Page, chat: Chat, origin: string) {
    this.page = page;
    this.chat = chat;
    this.#origin = origin;
  }

  /** Loads the page; the chat's next event is the next one there. */
  async load(): Promise<void> {
    await this.page.goto(this.#address());
  }

  /** Records events as fast as the page can. */
  async record(count: number): Promise<void> {
    await this.page.evaluate((events) => window.chatPage.record(events), count);
    this.#happened(count);
  }

  /** A real click that is one event. */
  async click(): Promise<void> {
    await this.page.click('#ask');
    this.#happened(1);
  }

  /** A real click on a link, which is one event and leaves the page for the next one. */
  async clickAndLeave(): Promise<void> {
    this.#happened(1);
    const next = this.page.waitForURL(this.#address());
    await this.page.click('#leave');
    await next;
  }

  /** Lets the exporter send what it still can. */
  async flush(): Promise<void> {
    await this.page.evaluate(() => window.chatPage.flush());
  }

  #happened(count: number): void {
    for (let index = 0; index < count; index += 1) this.chat.happenedBy.push(Date.now());
  }

  #address(): string {
    const { exporter, session, otlpUrl, happenedBy } = this.chat;
    const settings = { exporter, session, url: `${otlpUrl}/v1/traces`, next: String(happenedBy.length + 1) };
    return `${this.#origin}/?${new URLSearchParams(settings)}`;
  }
}
