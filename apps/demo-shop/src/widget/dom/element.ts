type Handler<Type extends Event> = (event: Type) => void;

interface Attributes {
  readonly onclick?: Handler<MouseEvent>;
  readonly onkeydown?: Handler<KeyboardEvent>;
  readonly onsubmit?: Handler<SubmitEvent>;
  readonly oninput?: Handler<Event>;
  readonly onchange?: Handler<Event>;
  readonly onscroll?: Handler<Event>;
  readonly onerror?: Handler<Event>;
  readonly ontoggle?: Handler<Event>;
  readonly [name: string]: unknown;
}

export type Child = Node | string | undefined;

/**
 * Creates an element. `on…` attributes become listeners, `true` an empty attribute, `false` and `undefined` none.
 * Children that are strings become text, never markup.
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const created = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') created.addEventListener(name.slice(2), value as EventListener);
    else setAttribute(created, name, value);
  }
  created.append(...children.filter((child) => child !== undefined));
  return created;
}

/** Sets, or with `false` and `undefined` removes, an attribute. */
export function setAttribute(target: Element, name: string, value: unknown): void {
  if (value === false || value === undefined) target.removeAttribute(name);
  else target.setAttribute(name, value === true ? '' : String(value));
}
