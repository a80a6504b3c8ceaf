import { element } from '../../element.ts';
import type { FlagName, Flags, FlagValue } from './failure.ts';
import { failures } from './failure.ts';
import type { FailureChoice } from './failure-choice.ts';
import { failureChoice } from './failure-choice.ts';
import type { FlagsClient } from './flags.ts';

export interface FailuresMenu {
  readonly button: HTMLButtonElement;
  readonly popover: HTMLElement;
  /** Reads which failures are on, when that can have changed or somebody looks: one that is on once uses itself up. */
  refresh(): Promise<void>;
}

const popoverId = 'failures-menu';
const gap = 6;

/** A button that says how many failures are on, and the menu to switch them. */
export function failuresMenu(client: FlagsClient): FailuresMenu {
  const count = element('span', { class: 'failures-count', 'data-testid': 'failures-count' });
  const button = element(
    'button',
    {
      type: 'button',
      class: 'panel-button failures-button',
      popovertarget: popoverId,
      'aria-haspopup': 'dialog',
      'data-testid': 'failures-open',
    },
    'Failures',
    count,
  );
  const problem = element('p', { class: 'failures-problem', role: 'status', hidden: '' });
  const choices = new Map<FlagName, FailureChoice>(
    failures.map((failure) => [failure.flag, failureChoice(failure, (value) => change(failure.flag, value))]),
  );
  const popover = element(
    'div',
    {
      class: 'failures-menu',
      id: popoverId,
      popover: '',
      role: 'dialog',
      'aria-labelledby': 'failures-title',
      'data-testid': 'failures-menu',
    },
    element('h3', { id: 'failures-title' }, 'Let the assistant fail'),
    element('p', { class: 'failures-intro' }, 'Switch one on, ask something, and look at the trace.'),
    problem,
    ...[...choices.values()].map((choice) => choice.element),
  );
  let flags: Flags | undefined;

  /** What the chat backend answers is what is shown, also when it refuses a change. */
  async function adopt(answer: Promise<Flags>): Promise<void> {
    try {
      flags = await answer;
      problem.hidden = true;
    } catch (error) {
      flags = undefined;
      problem.textContent = error instanceof Error ? error.message : String(error);
      problem.hidden = false;
    }
    for (const [flag, choice] of choices) choice.show(flags?.[flag]);
    const on = failures.filter(({ flag }) => flags !== undefined && flags[flag] !== false).length;
    count.textContent = on === 0 ? '' : `${on} on`;
    button.classList.toggle('has-failures', on > 0);
  }

  function change(flag: FlagName, value: FlagValue): void {
    void adopt(client.set(flag, value));
  }

  popover.addEventListener('beforetoggle', (event) => {
    if (event.newState !== 'open') return;
    const { bottom, right } = button.getBoundingClientRect();
    popover.style.setProperty('--menu-top', `${bottom + gap}px`);
    popover.style.setProperty('--menu-right', `${Math.max(gap, innerWidth - right)}px`);
    void adopt(client.read());
  });

  return {
    button,
    popover,
    async refresh() {
      const isOn = flags !== undefined && Object.values(flags).some((value) => value !== false);
      const isFirst = flags === undefined && problem.hidden;
      if (isFirst || isOn || popover.matches(':popover-open')) await adopt(client.read());
    },
  };
}
