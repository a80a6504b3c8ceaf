import type { VendorPayloads } from '@chatspan/semantic-conventions';

/** An event's attributes; every API in this benchmark takes at least these types. */
export type EventAttributes = Record<string, string | number | boolean | string[]>;

type Given<Payload> = { [K in keyof Payload]-?: NonNullable<Payload[K]> };

/** For some of the vendor's actions: the attributes that are written by hand for a payload. */
export type Written<Action extends keyof VendorPayloads> = {
  [A in Action]: (payload: Given<VendorPayloads[A]>, seq: number) => EventAttributes;
};
