const storageKey = 'chatspan.session';

/** The id of this tab's chat session, as the instrumentation has stored it; `undefined` before the first event. */
export function readChatSessionId(
  storage: () => Pick<Storage, 'getItem'> = () => sessionStorage,
): string | undefined {
  try {
    const stored: unknown = JSON.parse(storage().getItem(storageKey) ?? 'null');
    if (typeof stored !== 'object' || stored === null || !('id' in stored)) return undefined;
    return typeof stored.id === 'string' && stored.id !== '' ? stored.id : undefined;
  } catch {
    // Storage that is forbidden, or a value that is not JSON: for the panel the same as no session.
    return undefined;
  }
}
