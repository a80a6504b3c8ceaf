import { element } from '../../element.ts';
import type { Failure, FlagValue } from './failure.ts';

export interface FailureChoice {
  readonly element: HTMLElement;
  /** Shows what the chat backend has; nothing known: nothing can be chosen. */
  show(value: FlagValue | undefined): void;
}

const choices: readonly (readonly [label: string, value: FlagValue])[] = [
  ['Off', false],
  ['Once', 'once'],
  ['Always', true],
];

/** One failure of the menu: off, once or always, and what that will look like. */
export function failureChoice(failure: Failure, onChoose: (value: FlagValue) => void): FailureChoice {
  const { flag, title, shopperSees, traceShows } = failure;
  const inputs = choices.map(([label, value]) => {
    const input = element('input', {
      type: 'radio',
      name: `failure-${flag}`,
      value: label,
      'data-testid': `failure-${flag}-${label.toLowerCase()}`,
    });
    input.addEventListener('change', () => onChoose(value));
    return { input, label, value };
  });
  const field = element(
    'fieldset',
    { class: 'failure', disabled: '' },
    element('legend', {}, title),
    element(
      'div',
      { class: 'failure-switch' },
      ...inputs.map(({ input, label }) => element('label', {}, input, element('span', {}, label))),
    ),
    element(
      'dl',
      {},
      element('dt', {}, 'Shopper'),
      element('dd', {}, shopperSees),
      element('dt', {}, 'Trace'),
      element('dd', {}, traceShows),
    ),
  );
  return {
    element: field,
    show(value) {
      field.disabled = value === undefined;
      for (const choice of inputs) choice.input.checked = choice.value === value;
    },
  };
}
