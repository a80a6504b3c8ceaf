import { element } from '../element.ts';
import { breakable } from './definition-list.ts';

const namespace = 'shopping_chat.';

/** A span's or event's name, the namespace that all of the chat's share in a quieter tone. */
export function dottedName(name: string): HTMLElement {
  if (!name.startsWith(namespace)) return element('strong', {}, ...breakable(name));
  return element(
    'strong',
    {},
    element('span', { class: 'name-prefix' }, namespace),
    element('wbr'),
    ...breakable(name.slice(namespace.length)),
  );
}
