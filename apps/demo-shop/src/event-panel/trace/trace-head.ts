import { element } from '../../element.ts';
import { plural } from '../plural.ts';
import { formatDuration } from './format-duration.ts';
import { isInteraction } from './mark-groups.ts';
import type { Trace } from './read-trace.ts';
import type { TimeAxis } from './time-axis.ts';

export interface TraceHead {
  readonly element: HTMLElement;
  show(trace: Trace, axis: TimeAxis, colors: ReadonlyMap<string, string>): void;
  /** Offers the traces of the chat session, when it has more than one. */
  offer(traceIds: readonly string[], shown: string): void;
  /** Offers the way back to the whole trace. */
  setZoomed(isZoomed: boolean): void;
}

export interface TraceHeadHandlers {
  /** Gets the id of the trace that the reader wants to see. */
  onChoose(traceId: string): void;
  onWhole(): void;
}

/**
 * What stands above the waterfall: how much there is, which color is which service, and the way to Jaeger.
 * @param jaegerUrl Base URL of Jaeger's pages; without it there is no link.
 */
export function traceHead(jaegerUrl: string | undefined, handlers: TraceHeadHandlers): TraceHead {
  const summary = element('p', { class: 'trace-summary', 'data-testid': 'trace-summary' });
  const legend = element('ul', { class: 'legend', 'aria-label': 'Services', 'data-testid': 'trace-legend' });
  const choice = element('select', {
    class: 'trace-choice',
    'aria-label': 'Trace',
    'data-testid': 'trace-choice',
    hidden: '',
  });
  const jaeger = element(
    'a',
    {
      class: 'jaeger-link',
      target: '_blank',
      rel: 'noopener',
      title: 'This trace in Jaeger, in another tab',
      'data-testid': 'trace-jaeger',
      hidden: '',
    },
    'Jaeger ↗',
  );
  const whole = element(
    'button',
    { type: 'button', class: 'panel-button', 'data-testid': 'trace-whole', hidden: '' },
    '← Whole trace',
  );
  choice.addEventListener('change', () => handlers.onChoose(choice.value));
  whole.addEventListener('click', handlers.onWhole);
  let offered = '';

  return {
    element: element('div', { class: 'trace-bar' }, legend, whole, choice, jaeger, summary),
    show(trace, axis, colors) {
      summary.textContent = summaryOf(trace, axis);
      const services = new Set(trace.spans.map(({ service }) => service));
      legend.replaceChildren(
        ...[...colors]
          .filter(([service]) => services.has(service))
          .map(([service, color]) =>
            element(
              'li',
              { style: `--service: ${color}` },
              element('span', { class: 'span-dot', 'aria-hidden': 'true' }),
              service,
            ),
          ),
      );
    },
    setZoomed(isZoomed) {
      whole.hidden = !isZoomed;
    },
    offer(traceIds, shown) {
      // An open list would close.
      if (offered !== traceIds.join()) {
        offered = traceIds.join();
        choice.replaceChildren(
          ...traceIds.map((id, i) =>
            element('option', { value: id }, `Trace ${i + 1} of ${traceIds.length}`),
          ),
        );
      }
      choice.hidden = traceIds.length < 2;
      choice.value = shown;
      jaeger.hidden = jaegerUrl === undefined;
      if (jaegerUrl !== undefined) jaeger.href = `${jaegerUrl}/trace/${shown}`;
    },
  };
}

function summaryOf({ spans, total }: Trace, { stretches }: TimeAxis): string {
  const events = spans.reduce((sum, span) => sum + span.events.filter(isInteraction).length, 0);
  const errors = spans.filter(({ failed }) => failed).length;
  const from = stretches[0]?.from ?? 0;
  const to = stretches.at(-1)?.to ?? 0;
  const idle = stretches.reduce((sum, cut) => sum + (cut.isCut ? cut.to - cut.from : 0), 0);
  const older = total > spans.length ? `, the latest ${spans.length} shown` : '';
  return [
    `${plural(total, 'span')}${older}`,
    plural(events, 'chat event'),
    ...(errors > 0 ? [plural(errors, 'error')] : []),
    formatDuration(to - from) + (idle > 0 ? `, ${formatDuration(idle)} of it idle` : ''),
  ].join(' · ');
}
