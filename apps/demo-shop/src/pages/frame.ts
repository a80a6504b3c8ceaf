import { showBasketCount } from '../basket/basket-count.ts';
import { required } from '../element.ts';

showBasketCount();

for (const link of document.querySelectorAll<HTMLAnchorElement>('.site-nav a')) {
  if (link.pathname === location.pathname) link.setAttribute('aria-current', 'page');
}

const query = new URLSearchParams(location.search).get('q');
if (location.pathname.startsWith('/search') && query !== null) {
  required<HTMLInputElement>('[data-testid="search-input"]').value = query;
}

// Who goes to the checkout is done asking: the chat is closed from outside, before the browser follows the link.
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a[href="/checkout"]') : null;
  const opensElsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented;
  if (link !== null && !opensElsewhere) window.clarityChat?.close();
});
