import { element } from '../element.ts';
import type { ExporterHealth } from './exporter-health.ts';
import type { FailuresMenu } from './failures/failures-menu.ts';
import type { ViewTabs } from './view-tabs.ts';

export interface PanelFrame {
  readonly openButton: HTMLButtonElement;
  readonly closeButton: HTMLButtonElement;
  /** Shows the views, or in their place the sentence that says why there is nothing to show. */
  show(state: 'live' | 'empty' | 'problem', sentence?: string): void;
}

/**
 * Builds the panel around its views and puts it at the end of the page.
 * @param explorerUrl Base URL of the explorer; without it there is no link to all chats.
 */
export function buildPanelFrame(
  { list, panels }: ViewTabs,
  failures: FailuresMenu,
  health: ExporterHealth,
  explorerUrl?: string,
): PanelFrame {
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
      class: 'panel-icon-button',
      'aria-label': 'Close the event panel',
      'data-testid': 'panel-close',
    },
    '×',
  );
  const message = element('p', { class: 'panel-message', role: 'status', 'data-testid': 'panel-message' });
  const panel = element(
    'aside',
    { class: 'event-panel', 'aria-labelledby': 'event-panel-title', 'data-testid': 'event-panel' },
    element(
      'header',
      { class: 'panel-header' },
      element('h2', { id: 'event-panel-title' }, 'What OpenTelemetry sees'),
      closeButton,
      element(
        'p',
        {},
        element('span', { class: 'panel-dot', 'aria-hidden': 'true' }),
        'This chat, read from ClickHouse every second',
        ...(explorerUrl === undefined
          ? []
          : [' · ', element('a', { href: `${explorerUrl}/`, 'data-testid': 'all-chats' }, 'All chats')]),
      ),
    ),
    element('div', { class: 'panel-bar' }, list, failures.button),
    message,
    ...panels,
    health.element,
    failures.popover,
  );
  document.body.append(panel, openButton);

  return {
    openButton,
    closeButton,
    show(state, sentence = '') {
      panel.dataset.state = state;
      if (message.textContent !== sentence) message.textContent = sentence;
      message.hidden = sentence === '';
    },
  };
}
