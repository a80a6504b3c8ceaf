import type { AttributeUse, EventDefinition, Registry } from './registry-model.ts';
import { code, MARKDOWN_HEADER, table } from './render-markdown.ts';
import { renderRequirement } from './render-requirement.ts';

export function renderEventDocs(registry: Registry): string {
  return [
    MARKDOWN_HEADER,
    '# Events\n',
    'Each event is a span event (or a log record) of the same name. Enums are open: a value that is not listed is recorded unchanged.\n',
    renderEventTable(registry),
    ...registry.events.map(section),
    section(registry.fallbackEvent),
    '## Opt-in events\n',
    'Recorded only where a team asks for their group.\n',
    renderOptInEventTable(registry),
    ...registry.optInEvents.map(section),
    ...registry.upstreamEvents.map(section),
    '## Attributes that any event may carry\n',
    attributeTable(registry.eventContext),
  ].join('\n');
}

const COLUMNS = ['Event', 'Recorded when', 'Texts in it'];

/** One row per event: its name, when it is recorded, and the attributes in which a text may leave the page. */
export function renderEventTable(registry: Registry): string {
  return table(COLUMNS, [...registry.events, registry.fallbackEvent].map(eventCells));
}

export function renderOptInEventTable(registry: Registry): string {
  const rows = registry.optInEvents.map((event) => [code(event.group), ...eventCells(event)]);
  return table(['Group', ...COLUMNS], rows);
}

function eventCells(event: EventDefinition): string[] {
  const texts = event.attributes.filter(holdsText).map((use) => code(use.attribute.key));
  return [code(event.name), event.brief, texts.join(', ') || '–'];
}

function holdsText({ attribute }: AttributeUse): boolean {
  return ['label', 'text', 'by_input_type'].includes(attribute.contentClass);
}

function section(event: EventDefinition): string {
  const note = event.note === undefined ? '' : `${event.note}\n\n`;
  const severity =
    event.severityNumber === undefined ? '' : `Default severity number: ${event.severityNumber}.\n\n`;
  return `## \`${event.name}\`\n\n${event.brief}\n\n${note}${severity}${attributeTable(event.attributes)}`;
}

function attributeTable(uses: readonly AttributeUse[]): string {
  const rows = uses.map((use) => [
    code(use.attribute.key),
    use.attribute.type,
    use.vendor === undefined ? '–' : code(use.vendor),
    renderRequirement(use.requirement),
    (use.values ?? []).map(code).join(', ') || '–',
  ]);
  return table(['Attribute', 'Type', 'Vendor attribute', 'Requirement', 'Documented values'], rows);
}
