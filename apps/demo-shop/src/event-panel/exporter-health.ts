import type { OutboxStats } from '@chatspan/outbox-exporter';
import { element } from '../element.ts';

/** The line that says how the page's exporter is doing. */
export interface ExporterHealth {
  readonly element: HTMLElement;
  refresh(): void;
}

/** A line of the exporter's own figures, of this page. */
export function exporterHealth(read: () => OutboxStats): ExporterHealth {
  const line = element('p', { class: 'panel-health', 'data-testid': 'panel-health' });
  const refresh = (): void => {
    const sentence = healthSentence(read());
    if (line.textContent !== sentence) line.textContent = sentence;
  };
  refresh();
  return { element: line, refresh };
}

/** Spans stored, sent, of these replayed for an earlier page, waiting, and given up by reason. */
export function healthSentence({ stored, sent, replayed, pendingSpans, dropped }: OutboxStats): string {
  const reasons = Object.entries(dropped).map(([reason, spans]) => `${spans} ${reason}`);
  const lost = reasons.length > 0 ? `dropped: ${reasons.join(', ')}` : '0 dropped';
  return `Exporter: ${stored} spans stored · ${sent} sent · ${replayed} replayed · ${pendingSpans} waiting · ${lost}`;
}
