import type { Browser } from 'playwright';
import { desktop, openTab, phone } from '../open-tab.ts';
import { Shopper } from '../shopper.ts';
import { askAndLook } from './ask-and-look.ts';
import { onThePhone } from './on-the-phone.ts';
import { openAndClose } from './open-and-close.ts';
import { rateAndLeave } from './rate-and-leave.ts';
import type { ExpectedEvent, Step } from './step.ts';

/** One chat session: what its shopper does on which device, and the events in their order. */
export interface ScenarioSession {
  play(browser: Browser): Promise<Shopper>;
  readonly events: readonly ExpectedEvent[];
}

/** Two chat sessions that bring each of the 23 documented events. The shoppers stay on their last page. */
export function documentedScenario(shopUrl: string): {
  onDesktop: ScenarioSession;
  onPhone: ScenarioSession;
} {
  const session = (device: typeof desktop, steps: readonly Step[]): ScenarioSession => ({
    async play(browser) {
      const shopper = new Shopper(await openTab(browser, device), shopUrl, device);
      for (const { act } of steps) await act(shopper);
      return shopper;
    },
    events: steps.flatMap(({ events }) => events),
  });
  return {
    onDesktop: session(desktop, [...openAndClose, ...askAndLook, ...rateAndLeave(shopUrl)]),
    onPhone: session(phone, onThePhone),
  };
}
