import type { State } from '../state/state.ts';

/** A part of the widget: its element, and how it follows the state. */
export interface Component {
  readonly element: HTMLElement;
  render(state: State): void;
}
