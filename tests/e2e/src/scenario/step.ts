import type { Shopper } from '../shopper.ts';

/** An event as it must arrive, but for its number in the chat session. */
export interface ExpectedEvent {
  readonly name: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** Something that a shopper does, and the events that it must bring. */
export interface Step {
  readonly act: (shopper: Shopper) => Promise<void>;
  readonly events: readonly ExpectedEvent[];
}

/** What the widget reports with every event. */
const experiment = {
  'shopping_chat.experiment.id': 'demo-experiment-7',
  'shopping_chat.experiment.source': 'clarity',
  'shopping_chat.experiment.rank': '1',
  'shopping_chat.experiment.throttle_rank': '42',
  'shopping_chat.experiment.variant.id': 'demo-variant-b',
  'shopping_chat.experiment.variant.name': 'Assistant shown',
};

export function event(action: string, attributes: Readonly<Record<string, unknown>>): ExpectedEvent {
  return {
    name: `shopping_chat.${action}`,
    attributes: { 'shopping_chat.action': action, ...attributes, ...experiment },
  };
}

/** The events of one chat session, numbered as they must be. */
export function numbered(events: readonly ExpectedEvent[]): ExpectedEvent[] {
  return events.map(({ name, attributes }, index) => ({
    name,
    attributes: { ...attributes, 'shopping_chat.event.seq': index + 1 },
  }));
}
