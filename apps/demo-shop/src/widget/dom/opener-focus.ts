/** Gives the focus back to what opened the chat when the chat goes away. */
export class OpenerFocus {
  #opener: HTMLElement | undefined;
  #inside = false;
  #open: boolean;

  constructor(shadow: ShadowRoot, open: boolean) {
    this.#open = open;
    document.addEventListener('focusin', (event) => {
      this.#inside = event.target === shadow.host;
    });
  }

  /** Before the panel takes the focus: remembers where it was. */
  beforeRender(open: boolean): void {
    if (open && !this.#open) this.#opener = focusedElement();
  }

  /** The focus stays where it is when the shopper already moved it out of the chat. */
  afterRender(open: boolean, fallback: () => void): void {
    const closes = !open && this.#open;
    this.#open = open;
    if (!closes || !this.#inside) return;
    if (this.#opener?.checkVisibility()) this.#opener.focus();
    else fallback();
  }
}

function focusedElement(): HTMLElement | undefined {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused instanceof HTMLElement ? focused : undefined;
}
