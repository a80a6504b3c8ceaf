const openKey = 'northfell.panel';
const viewKey = 'northfell.panel.view';

/** The script in the page's head has read the stored state before the first paint. */
export function isPanelOpen(): boolean {
  return document.documentElement.dataset.panel === 'open';
}

export function setPanelOpen(open: boolean): void {
  const state = open ? 'open' : 'closed';
  document.documentElement.dataset.panel = state;
  store(openKey, state);
}

/** Id of the view that was shown last, on whichever page. */
export function storedView(): string | undefined {
  try {
    return localStorage.getItem(viewKey) ?? undefined;
  } catch {
    // Storage is forbidden: the panel begins with its first view.
    return undefined;
  }
}

export function storeView(id: string): void {
  store(viewKey, id);
}

function store(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Storage is forbidden: the panel then forgets its state with the page, nothing else.
  }
}
