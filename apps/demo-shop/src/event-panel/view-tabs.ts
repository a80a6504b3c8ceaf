import { element } from '../element.ts';

export interface View {
  readonly id: string;
  readonly title: string;
  readonly element: HTMLElement;
}

export interface ViewTabs {
  readonly list: HTMLElement;
  readonly panels: readonly HTMLElement[];
}

/**
 * Tabs after WAI-ARIA's pattern: one tab stop, arrow keys within, each view in a tab panel.
 * @param chosen Id of the view to begin with; another than those there are means the first.
 */
export function viewTabs(views: readonly View[], chosen: string, onChoose: (id: string) => void): ViewTabs {
  const panels = views.map(({ id, element: view }) =>
    element(
      'div',
      {
        class: 'panel-view',
        role: 'tabpanel',
        id: `panel-view-${id}`,
        'aria-labelledby': `panel-tab-${id}`,
      },
      view,
    ),
  );
  const tabs = views.map(({ id, title }) =>
    element(
      'button',
      {
        type: 'button',
        role: 'tab',
        id: `panel-tab-${id}`,
        'aria-controls': `panel-view-${id}`,
        'data-testid': `panel-tab-${id}`,
      },
      title,
    ),
  );
  const list = element('div', { class: 'panel-tabs', role: 'tablist', 'aria-label': 'Views' }, ...tabs);

  let shown = 0;
  function show(index: number): void {
    shown = index;
    for (const [i, tab] of tabs.entries()) {
      tab.setAttribute('aria-selected', String(i === index));
      tab.tabIndex = i === index ? 0 : -1;
    }
    for (const [i, panel] of panels.entries()) panel.hidden = i !== index;
  }
  function choose(index: number): void {
    show(index);
    tabs[index]?.focus();
    const id = views[index]?.id;
    if (id !== undefined) onChoose(id);
  }
  for (const [i, tab] of tabs.entries()) tab.addEventListener('click', () => choose(i));
  list.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    choose((shown + step + tabs.length) % tabs.length);
  });
  show(
    Math.max(
      0,
      views.findIndex(({ id }) => id === chosen),
    ),
  );
  return { list, panels };
}
