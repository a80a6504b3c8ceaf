const storageKey = 'northfell.panel';

/** The script in the page's head has read the stored state before the first paint. */
export function isPanelOpen(): boolean {
  return document.documentElement.dataset.panel === 'open';
}

export function setPanelOpen(open: boolean): void {
  const state = open ? 'open' : 'closed';
  document.documentElement.dataset.panel = state;
  try {
    localStorage.setItem(storageKey, state);
  } catch {
    // Storage is forbidden: the panel then forgets its state with the page, nothing else.
  }
}
