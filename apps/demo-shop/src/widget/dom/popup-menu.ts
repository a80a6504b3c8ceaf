import { element } from './element.ts';
import type { IconName } from './icons.ts';
import { icon } from './icons.ts';

export interface MenuItem {
  readonly label: string;
  readonly icon: IconName;
  readonly testId: string;
  /** With an address the item is a link, which the browser follows after `onclick`. */
  readonly href?: string;
  readonly onclick: () => void;
}

export interface PopupMenuOptions {
  readonly label: string;
  readonly testId: string;
  readonly items: readonly MenuItem[];
}

/**
 * A button and the menu it opens. The menu is a popover: it lies above everything, so a scrolling list cannot clip
 * it, and the browser closes it on Escape and on a click elsewhere.
 */
export function popupMenu({ label, testId, items }: PopupMenuOptions): HTMLElement {
  const menu = element('div', { class: 'menu', role: 'menu', 'aria-label': label, popover: 'auto' });
  const button = element(
    'button',
    {
      type: 'button',
      class: 'icon-button',
      'aria-label': label,
      title: label,
      'aria-haspopup': 'menu',
      'aria-expanded': 'false',
      'data-testid': testId,
    },
    icon('menu'),
  );
  button.popoverTargetElement = menu;
  menu.addEventListener('toggle', (event) => {
    const open = event.newState === 'open';
    button.setAttribute('aria-expanded', String(open));
    if (open) itemsOf(menu)[0]?.focus();
    else menu.replaceChildren();
  });
  menu.addEventListener('beforetoggle', (event) => {
    if (event.newState !== 'open') {
      if (menu.contains((menu.getRootNode() as ShadowRoot).activeElement)) button.focus();
      return;
    }
    menu.replaceChildren(...items.map((item) => menuItem(item, menu)));
    place(menu, button);
  });
  menu.addEventListener('keydown', (event) => moveFocus(menu, event));
  return element('div', { class: 'menu-anchor' }, button, menu);
}

function menuItem(item: MenuItem, menu: HTMLElement): HTMLElement {
  const attributes = {
    role: 'menuitem',
    class: 'menu-item',
    tabindex: '-1',
    'data-testid': item.testId,
    onclick: () => {
      menu.hidePopover();
      item.onclick();
    },
  };
  const content = [icon(item.icon), element('span', {}, item.label)];
  return item.href === undefined
    ? element('button', { type: 'button', ...attributes }, ...content)
    : element('a', { href: item.href, ...attributes }, ...content);
}

/** Below the button and within the window; above it when there is no room below. */
function place(menu: HTMLElement, button: HTMLElement): void {
  const gap = 6;
  const itemHeight = 44;
  const width = 220;
  const anchor = button.getBoundingClientRect();
  const height = menu.childElementCount * itemHeight + 16;
  const fits = anchor.bottom + gap + height <= innerHeight;
  menu.style.top = fits ? `${anchor.bottom + gap}px` : 'auto';
  menu.style.bottom = fits ? 'auto' : `${innerHeight - anchor.top + gap}px`;
  menu.style.left = `${Math.max(8, Math.min(anchor.left, innerWidth - width - 8))}px`;
}

function moveFocus(menu: HTMLElement, event: KeyboardEvent): void {
  const items = itemsOf(menu);
  const root = menu.getRootNode() as ShadowRoot;
  const at = items.indexOf(root.activeElement as HTMLElement);
  const target = {
    ArrowDown: items[(at + 1) % items.length],
    ArrowUp: items[(at - 1 + items.length) % items.length],
    Home: items[0],
    End: items.at(-1),
  }[event.key];
  if (event.key === 'Tab') menu.hidePopover();
  if (target === undefined) return;
  event.preventDefault();
  target.focus();
}

function itemsOf(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role=menuitem]')];
}
