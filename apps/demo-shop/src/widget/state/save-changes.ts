import { saveState } from './saved-state.ts';
import type { Store } from './store.ts';

/** Milliseconds that changes are gathered: a streamed answer changes the state many times a second. */
const gatherMs = 300;

/** Keeps the saved state up to date, at the latest when the page goes away. */
export function saveChanges(store: Store): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let warned = false;
  function save(): void {
    clearTimeout(timer);
    timer = undefined;
    if (saveState(store.get(), () => sessionStorage) || warned) return;
    warned = true;
    console.warn('clarity-demo: sessionStorage cannot be written; the chat will not survive a page load.');
  }
  store.subscribe(() => {
    timer ??= setTimeout(save, gatherMs);
  });
  window.addEventListener('pagehide', save);
}
