import type { BrowserContextOptions, Locator, Page } from 'playwright';

type TriggerPlace = 'PDP_EMBEDDED' | 'PLP_EMBEDDED' | 'PLP_BANNER' | 'SEARCH_SUGGESTION';

/** What a person does in the shop and its chat, by real clicks or taps and keys. Positions count from 0. */
export class Shopper {
  readonly page: Page;
  readonly #shopUrl: string;
  readonly #touches: boolean;

  constructor(page: Page, shopUrl: string, device: BrowserContextOptions) {
    this.page = page;
    this.#shopUrl = shopUrl;
    this.#touches = device.hasTouch ?? false;
  }

  control(testId: string): Locator {
    return this.page.getByTestId(testId);
  }

  async comesTo(path: string): Promise<void> {
    await this.page.goto(this.#shopUrl + path);
  }

  /** Goes on by a link of the shop, and waits until the next page has its chat. */
  async follows(link: Locator, path: string): Promise<void> {
    await this.#press(link);
    await this.isAt(path);
  }

  async isAt(path: string): Promise<void> {
    await this.page.waitForURL(this.#shopUrl + path, { waitUntil: 'load' });
  }

  async opensEventPanel(): Promise<void> {
    await this.#press(this.control('panel-open'));
  }

  /** The event panel ends spans early, so as to show them: without it they end as in any shop. */
  async closesEventPanel(): Promise<void> {
    await this.#press(this.control('panel-close'));
  }

  async opensEventList(): Promise<void> {
    await this.#press(this.control('panel-tab-events'));
  }

  /** Goes away to another address, as the last thing: the page sends what it still holds. */
  async leaves(): Promise<void> {
    await this.page.goto('about:blank');
  }

  async opensBubble(): Promise<void> {
    await this.#press(this.control('chat-bubble-open'));
  }

  async dismissesBubble(): Promise<void> {
    await this.#press(this.control('chat-bubble-close'));
  }

  async opensFloatingTrigger(): Promise<void> {
    await this.#press(this.control('chat-floating-trigger'));
  }

  async clicksStarter(place: TriggerPlace, text: string): Promise<void> {
    await this.#press(this.control(`chat-trigger-${place}`).getByText(text));
  }

  async minimizes(): Promise<void> {
    await this.#press(this.control('chat-minimize'));
  }

  async opensBadge(): Promise<void> {
    await this.#press(this.control('chat-badge'));
  }

  async dismissesBadge(): Promise<void> {
    await this.#press(this.control('chat-badge-close'));
  }

  async resizes(): Promise<void> {
    await this.#press(this.control('chat-resize'));
  }

  async closesOnPhone(): Promise<void> {
    await this.#press(this.control('chat-close'));
  }

  async goesToCheckout(): Promise<void> {
    await this.follows(this.control('go-to-checkout'), '/checkout');
  }

  async types(question: string): Promise<void> {
    await this.control('chat-input').pressSequentially(question);
    await this.control('chat-input').press('Enter');
  }

  /** The voice button writes what it hears into the input; the shopper then sends it. */
  async speaks(): Promise<void> {
    await this.#press(this.control('chat-voice'));
    await this.page.getByText('a fixed sentence was inserted').waitFor();
    await this.#press(this.control('chat-send'));
  }

  /** A button with a question: an opening suggestion, a quick reply, or what may be done with the selection. */
  async presses(button: 'chat-home-suggestion' | 'chat-quick-reply' | 'chat-suggestion', label: string) {
    await this.#press(this.control(button).getByText(label));
  }

  async retries(): Promise<void> {
    await this.#press(this.control('chat-retry'));
  }

  /** Waits for the end of the answer, whatever that is. */
  async isAnswered(): Promise<void> {
    await this.page.getByText('Demo assistant').waitFor();
  }

  /** What the chat shows, message by message. */
  async conversation(): Promise<string[]> {
    await this.control('chat-message-assistant').first().waitFor();
    return this.page.getByTestId(/^chat-message-(user|assistant)$/).allInnerTexts();
  }

  async selects(position: number): Promise<void> {
    await this.control('chat-product-select').nth(position).check();
  }

  async deselects(position: number): Promise<void> {
    await this.control('chat-product-select').nth(position).uncheck();
  }

  async looksAt(position: number): Promise<void> {
    await this.#press(this.control('chat-product-quick-view').nth(position));
  }

  async looksAway(): Promise<void> {
    await this.#press(this.control('chat-mini-pdp-close'));
  }

  async choosesOfProduct(position: number, item: 'follow-up' | 'similar' | 'page'): Promise<void> {
    await this.#press(this.control('chat-product-menu').nth(position));
    await this.#press(this.control(`chat-product-menu-${item}`));
  }

  /** A rating counts when its form is sent. */
  async rates(position: number, score: 'up' | 'down', comment: string): Promise<void> {
    await this.#press(this.control(`chat-thumbs-${score}`).nth(position));
    await this.control('chat-rating-text').pressSequentially(comment);
    await this.#press(this.control('chat-rating-send'));
    await this.page.getByText('Thanks for rating.').last().waitFor();
  }

  async choosesOfChat(item: 'clear' | 'learn-more' | 'store-locator'): Promise<void> {
    await this.#press(this.control('chat-menu'));
    await this.#press(this.control(`chat-menu-${item}`));
  }

  async answersSurvey(score: 1 | 2 | 3 | 4 | 5, comment: string): Promise<void> {
    await this.control(`chat-survey-score-${score}`).check();
    await this.control('chat-survey-text').pressSequentially(comment);
    await this.#press(this.control('chat-survey-submit'));
    await this.page.getByText('Thank you for your feedback.').waitFor();
  }

  async dismissesSurvey(): Promise<void> {
    await this.#press(this.control('chat-survey-close'));
  }

  #press(target: Locator): Promise<void> {
    return this.#touches ? target.tap() : target.click();
  }
}
