/** The payload with the event's own name as `action`, where the payload names none: one vendor event has no attributes. */
export function withAction(payload: unknown, action: string): unknown {
  if (payload === null || typeof payload !== 'object') return { action };
  return (payload as { action?: unknown }).action === undefined ? { ...payload, action } : payload;
}
