import { element } from './element.ts';

export interface ChipOptions {
  readonly label: string;
  readonly testId: string;
  readonly onclick: () => void;
}

/** A button that says something for the shopper. */
export function chip({ label, testId, onclick }: ChipOptions): HTMLButtonElement {
  const attributes = { type: 'button', class: 'chip', 'data-testid': testId, 'data-key': label, onclick };
  return element('button', attributes, label);
}
