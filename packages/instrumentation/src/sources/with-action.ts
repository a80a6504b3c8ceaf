import { attempt } from '../guard/guard.ts';

/** The payload with the event's own name as `action`, where the payload names none: one vendor event has no attributes. */
export function withAction(payload: unknown, action: string): unknown {
  if (payload === null || typeof payload !== 'object') return { action };
  if ((payload as { action?: unknown }).action !== undefined) return payload;
  // A copy cannot be made of what has an attribute that cannot be read: the others still can.
  return attempt(() => ({ ...payload, action })) ?? Object.create(payload, { action: { value: action } });
}
