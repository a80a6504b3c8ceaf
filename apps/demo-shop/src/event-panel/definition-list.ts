import { element } from '../element.ts';

/** Names and their values, as one list; nothing when there are none. */
export function definitionList(
  entries: ReadonlyMap<string, string>,
  className: string,
): HTMLDListElement | undefined {
  if (entries.size === 0) return undefined;
  return element(
    'dl',
    { class: className },
    ...[...entries].flatMap(([name, value]) => [
      element('dt', {}, ...breakable(name)),
      element('dd', {}, value),
    ]),
  );
}

/** Lets a long dotted name break after a dot or an underscore, and nowhere else. */
export function breakable(name: string): (string | HTMLElement)[] {
  return name.split(/(?<=[._/])/).flatMap((part, i) => (i === 0 ? [part] : [element('wbr'), part]));
}
