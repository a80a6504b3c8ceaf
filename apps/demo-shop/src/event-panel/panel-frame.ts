import { element } from '../element.ts';
import type { PanelSection } from './panel-section.ts';

export interface PanelFrame {
  readonly openButton: HTMLButtonElement;
  readonly closeButton: HTMLButtonElement;
  /** Shows the sections, or in their place the sentence that says why there is nothing to show. */
  show(state: 'live' | 'empty' | 'problem', sentence?: string): void;
}

/** Builds the panel around its sections and puts it at the end of the page. */
export function buildPanelFrame(sections: readonly PanelSection[]): PanelFrame {
  const openButton = element(
    'button',
    { type: 'button', class: 'panel-open', 'data-testid': 'panel-open' },
    element('span', { class: 'panel-dot', 'aria-hidden': 'true' }),
    'What OpenTelemetry sees',
  );
  const closeButton = element(
    'button',
    {
      type: 'button',
      class: 'panel-close',
      'aria-label': 'Close the event panel',
      'data-testid': 'panel-close',
    },
    '×',
  );
  const message = element('p', { class: 'panel-message', role: 'status', 'data-testid': 'panel-message' });
  const body = element('div', { class: 'panel-sections' }, ...sections.map((section) => section.element));
  const panel = element(
    'aside',
    { class: 'event-panel', 'aria-labelledby': 'event-panel-title', 'data-testid': 'event-panel' },
    element(
      'header',
      {},
      element('h2', { id: 'event-panel-title' }, 'What OpenTelemetry sees'),
      closeButton,
      element(
        'p',
        {},
        'Span events of this chat, as they are in ClickHouse. They arrive when their span ends.',
      ),
    ),
    message,
    body,
  );
  document.body.append(panel, openButton);

  return {
    openButton,
    closeButton,
    show(state, sentence = '') {
      panel.dataset.state = state;
      if (message.textContent !== sentence) message.textContent = sentence;
      message.hidden = sentence === '';
      body.hidden = state !== 'live';
    },
  };
}
