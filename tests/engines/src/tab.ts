import type { TabControls } from './engine.ts';

const DEADLINE_MILLIS = 10_000;
const PAUSE_MILLIS = 15;

/** A tab, and what a test does with it, on top of what its browser can be told. */
export class Tab {
  readonly #controls: TabControls;

  constructor(controls: TabControls) {
    this.#controls = controls;
  }

  /** Runs a function in the page, with arguments and a result that JSON can carry. */
  async run<Result, Args extends unknown[]>(
    work: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result> {
    const call = `(${work})(${args.map((arg) => JSON.stringify(arg)).join()})`;
    const text = await this.#controls.evaluate(
      `Promise.resolve(${call}).then((value) => JSON.stringify({ value }))`,
    );
    return (JSON.parse(text) as { value: Result }).value;
  }

  /** Waits until that function gives true in the page, over navigations. */
  async until<Args extends unknown[]>(
    condition: (...args: Args) => boolean | Promise<boolean>,
    ...args: Args
  ): Promise<void> {
    const deadline = Date.now() + DEADLINE_MILLIS;
    let failure: unknown;
    while (Date.now() < deadline) {
      try {
        if (await this.run(condition, ...args)) return;
        failure = undefined;
      } catch (error) {
        // A page that is being replaced cannot be asked.
        failure = error;
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLIS));
    }
    throw new Error(`not within ${DEADLINE_MILLIS} ms: ${condition} (${JSON.stringify(args)})`, {
      cause: failure,
    });
  }

  /** Resolves when the page there has been loaded. */
  async goto(url: string): Promise<void> {
    await this.#controls.navigate(url);
    await this.#untilAt(url);
  }

  /** A trusted click on the first element that matches. */
  async click(selector: string): Promise<void> {
    const { x, y } = await this.run((first) => {
      const element = document.querySelector(first);
      if (!element) throw new Error(`nothing matches ${first}`);
      element.scrollIntoView({ block: 'center' });
      const { left, top, width, height } = element.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    }, selector);
    await this.#controls.clickAt(x, y);
  }

  /** Clicks a link and waits until the page that it leads to has been loaded. */
  async follow(selector: string): Promise<void> {
    const url = await this.run((link) => document.querySelector<HTMLAnchorElement>(link)?.href, selector);
    await this.click(selector);
    await this.#untilAt(url ?? `no link: ${selector}`);
  }

  /** Goes back in the tab's history, to the page of that address. */
  async back(url: string): Promise<void> {
    await this.#controls.back();
    await this.#untilAt(url);
  }

  /** Its visitor looks at something else. */
  async hide(): Promise<void> {
    await this.#controls.hide();
    await this.until(() => document.visibilityState === 'hidden');
  }

  /** Its visitor looks at it again. */
  async show(): Promise<void> {
    await this.#controls.show();
    await this.until(() => document.visibilityState === 'visible');
  }

  /** Closes it as its visitor does. */
  close(): Promise<void> {
    return this.#controls.close();
  }

  #untilAt(url: string): Promise<void> {
    return this.until((href) => location.href === href && document.readyState === 'complete', url);
  }
}
