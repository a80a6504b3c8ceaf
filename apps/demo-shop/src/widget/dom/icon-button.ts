import { element } from './element.ts';
import type { IconName } from './icons.ts';
import { icon } from './icons.ts';

export interface IconButtonOptions {
  readonly icon: IconName;
  readonly label: string;
  readonly testId: string;
  readonly onclick: () => void;
  readonly attributes?: Record<string, unknown>;
}

/** A round button that shows an icon and has its name as label and tooltip. */
export function iconButton(options: IconButtonOptions): HTMLButtonElement {
  return element(
    'button',
    {
      type: 'button',
      class: 'icon-button',
      'aria-label': options.label,
      title: options.label,
      'data-testid': options.testId,
      onclick: options.onclick,
      ...options.attributes,
    },
    icon(options.icon),
  );
}
