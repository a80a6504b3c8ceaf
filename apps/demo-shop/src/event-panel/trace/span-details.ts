import { element } from '../../element.ts';
import { clockTime } from '../clock-time.ts';
import { definitionList } from '../definition-list.ts';
import { dottedName } from '../dotted-name.ts';
import { formatDuration } from './format-duration.ts';
import type { Span, SpanEvent } from './span.ts';
import { errorOf } from './span-gist.ts';

export interface SpanDetails {
  readonly element: HTMLElement;
  /** Shows a span; `event` is brought into view, `canZoom` offers that. Nothing to show hides the details. */
  show(span: Span | undefined, options: { canZoom: boolean; event: SpanEvent | undefined }): void;
}

export interface SpanDetailsHandlers {
  onClose(): void;
  /** The reader wants to see this span without the rest. */
  onZoom(span: Span): void;
}

/** Everything that a span says: attributes, events, links, where it was recorded. */
export function spanDetails({ onClose, onZoom }: SpanDetailsHandlers): SpanDetails {
  const close = element(
    'button',
    {
      type: 'button',
      class: 'panel-icon-button',
      'aria-label': 'Close the details',
      'data-testid': 'trace-details-close',
    },
    '×',
  );
  const zoom = element(
    'button',
    { type: 'button', class: 'panel-button', 'data-testid': 'trace-zoom' },
    'Zoom in',
  );
  const heading = element('h3', { id: 'span-details-title' });
  const body = element('div', { class: 'details-body', tabindex: '0', 'aria-label': 'Details of the span' });
  body.setAttribute('role', 'group');
  const details = element(
    'section',
    {
      class: 'span-details',
      'aria-labelledby': 'span-details-title',
      'data-testid': 'trace-details',
      hidden: '',
    },
    element('header', {}, heading, zoom, close),
    body,
  );
  close.addEventListener('click', onClose);
  zoom.addEventListener('click', () => shown && onZoom(shown));
  details.addEventListener('keydown', ({ key }) => key === 'Escape' && onClose());
  let shown: Span | undefined;

  return {
    element: details,
    show(span, { canZoom, event }) {
      details.hidden = span === undefined;
      zoom.hidden = !canZoom;
      if (span !== undefined && span !== shown) {
        heading.replaceChildren(dottedName(span.name));
        body.replaceChildren(...contents(span));
        body.scrollTop = 0;
      }
      shown = span;
      const index = event === undefined ? -1 : (span?.events.indexOf(event) ?? -1);
      const block = body.querySelectorAll<HTMLElement>('.details-event')[index];
      if (block) body.scrollTop = block.offsetTop - body.offsetTop - 8;
    },
  };
}

function contents(span: Span): HTMLElement[] {
  const error = errorOf(span);
  return [
    element(
      'p',
      { class: 'details-line' },
      `${span.service} · ${formatDuration(span.end - span.start)} · ${clockTime(new Date(span.start))}`,
      error === undefined ? undefined : element('span', { class: 'span-error' }, error),
    ),
    definitionList(span.attributes, 'attributes'),
    ...span.events.map((event) => eventBlock(event, span)),
    ...span.links.map(({ traceId, spanId, attributes }) =>
      block('Link', 'details-link', new Map([['trace_id', traceId], ['span_id', spanId], ...attributes])),
    ),
    block('Recorded as', 'details-origin', originOf(span)),
  ].filter((part) => part !== undefined);
}

function eventBlock({ name, time, attributes }: SpanEvent, span: Span): HTMLElement {
  const title = element(
    'h4',
    {},
    element('i', { class: 'event-sign', 'aria-hidden': 'true' }),
    dottedName(name),
    element('span', { class: 'details-at' }, `+${formatDuration(Math.max(0, time - span.start))}`),
  );
  return element(
    'section',
    { class: 'details-event', 'data-testid': 'trace-details-event' },
    title,
    definitionList(attributes, 'attributes'),
  );
}

function block(title: string, className: string, entries: ReadonlyMap<string, string>): HTMLElement {
  return element(
    'section',
    { class: className },
    element('h4', {}, title),
    definitionList(entries, 'attributes'),
  );
}

function originOf({ traceId, spanId, parentSpanId, kind, scope, statusMessage }: Span): Map<string, string> {
  return new Map(
    Object.entries({
      trace_id: traceId,
      span_id: spanId,
      parent_span_id: parentSpanId,
      kind,
      scope,
      status_message: statusMessage,
    }).filter(([, value]) => value !== ''),
  );
}
