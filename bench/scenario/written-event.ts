import type { VendorAction, VendorPayload } from '@chatspan/semantic-conventions';
import type { EventAttributes } from './written/attributes.ts';
import { clicks } from './written/clicks.ts';
import { lifecycle } from './written/lifecycle.ts';
import { messages } from './written/messages.ts';

type WriteAttributes = (payload: VendorPayload, seq: number) => EventAttributes;

const written = { ...lifecycle, ...messages, ...clicks } as unknown as Record<VendorAction, WriteAttributes>;

/** The attributes of an event, written by hand: the same names and values that the plugin records by default. */
export function writtenAttributes(payload: VendorPayload, seq: number): EventAttributes {
  return written[payload.action](payload, seq);
}

/** The name of an event: that of the plugin, for every row. */
export function eventName({ action }: VendorPayload): string {
  return `shopping_chat.${action}`;
}
