import { element } from '../../element.ts';
import { definitionList } from '../definition-list.ts';
import { dottedName } from '../dotted-name.ts';
import type { Mark } from './event-marks.ts';
import { markAt } from './event-marks.ts';
import { formatDuration } from './format-duration.ts';

const id = 'trace-event-tooltip';
/** As many attributes as it has room for; the details have them all. */
const mostAttributes = 6;
/** What most events have is left to the details first. */
const commonAttributes = /^shopping_chat\.(action$|event\.seq$|experiment\.)/;
const edge = 8;

/** Shows what a mark stands for while the pointer is over it or it has the focus. Escape hides it. */
export function followMarks(grid: HTMLElement): HTMLElement {
  const tooltip = element('div', { class: 'event-tooltip', role: 'tooltip', id, popover: 'manual' });
  tooltip.dataset.testid = 'trace-tooltip';
  let shownFor: HTMLElement | undefined;

  const hide = (): void => {
    shownFor?.removeAttribute('aria-describedby');
    shownFor = undefined;
    if (tooltip.matches(':popover-open')) tooltip.hidePopover();
  };
  const show = (target: EventTarget | null): void => {
    const mark = markAt(target);
    if (mark === undefined || mark.button === shownFor) return;
    hide();
    shownFor = mark.button;
    mark.button.setAttribute('aria-describedby', id);
    tooltip.replaceChildren(...contents(mark));
    tooltip.showPopover();
    standBeside(tooltip, mark.button.getBoundingClientRect());
  };
  const staysInside = ({ relatedTarget: to }: PointerEvent): boolean =>
    to instanceof Node && (tooltip.contains(to) || shownFor?.contains(to) === true);

  grid.addEventListener('pointerover', (event) => event.pointerType === 'mouse' && show(event.target));
  // A tap gives the focus, too, but then the details open.
  grid.addEventListener('focusin', ({ target }) =>
    target instanceof Element && target.matches(':focus-visible') ? show(target) : hide(),
  );
  grid.addEventListener('focusout', hide);
  for (const part of [grid, tooltip]) {
    part.addEventListener('pointerout', (event) => {
      if (!staysInside(event) && shownFor !== document.activeElement) hide();
    });
  }
  grid.addEventListener('scroll', hide, { passive: true });
  window.addEventListener('keydown', ({ key }) => key === 'Escape' && hide());
  return tooltip;
}

function contents({ span, group }: Mark): HTMLElement[] {
  return group.events.flatMap(({ name, time, attributes }) => {
    const own = [...attributes].filter(([attribute]) => !commonAttributes.test(attribute));
    const shown = own
      .slice(0, mostAttributes)
      .map(([attribute, value]) => [inShort(attribute), value] as const);
    const rest = attributes.size - shown.length;
    const at = `+${formatDuration(Math.max(0, time - span.start))}`;
    return [
      element('p', { class: 'event-title' }, dottedName(name), element('span', {}, at)),
      definitionList(new Map(shown), 'attributes'),
      rest === 0 ? undefined : element('p', { class: 'event-rest' }, `${rest} more: click for all`),
    ].filter((part) => part !== undefined);
  });
}

/** Without the namespace that nearly all of them share. */
function inShort(attribute: string): string {
  return attribute.replace(/^shopping_chat\./, '');
}

/** Below the mark, above it, or to its left: where there is room for it; always inside the window, never on the mark. */
function standBeside(tooltip: HTMLElement, mark: DOMRect): void {
  const { width, height } = tooltip.getBoundingClientRect();
  const within = (at: number, size: number, room: number) => Math.max(edge, Math.min(at, room - size - edge));
  const middle = within(mark.left + mark.width / 2 - width / 2, width, innerWidth);
  const place = (left: number, top: number): void => {
    tooltip.style.left = `${left}px`;
    tooltip.style.top = `${top}px`;
  };
  if (mark.bottom + height + edge <= innerHeight) place(middle, mark.bottom);
  else if (mark.top - height >= edge) place(middle, mark.top - height);
  else place(Math.max(edge, mark.left - width), within(mark.top, height, innerHeight));
}
