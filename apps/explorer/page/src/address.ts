import { signal } from '@preact/signals';

/** The page's address. All state that can be shared is in it. */
export const address = signal(new URL(location.href));

window.addEventListener('popstate', () => {
  address.value = new URL(location.href);
});

/** Goes to a path of this page, without a load. */
export function goTo(path: string): void {
  history.pushState(null, '', path);
  address.value = new URL(location.href);
}
