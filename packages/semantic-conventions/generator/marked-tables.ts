import type { Finding } from './finding.ts';
import type { Registry } from './registry-model.ts';
import { renderAttributeTable } from './render-attribute-docs.ts';
import { renderEventTable, renderOptInEventTable } from './render-event-docs.ts';
import { renderMetricTable } from './render-metric-docs.ts';
import { renderSpanTable } from './render-span-docs.ts';

const TABLES: Readonly<Record<string, (registry: Registry) => string>> = {
  events: renderEventTable,
  'opt-in-events': renderOptInEventTable,
  attributes: renderAttributeTable,
  spans: renderSpanTable,
  metrics: renderMetricTable,
};

const OPENING = /^<!-- semconv:(.*) -->$/;
const CLOSING = '<!-- /semconv -->';

/** Renews the tables between `<!-- semconv:<name> -->` and `<!-- /semconv -->`; all other lines stay as they are. */
export function renewMarkedTables(
  file: string,
  text: string,
  registry: Registry,
): { text: string; findings: Finding[] } {
  const findings: Finding[] = [];
  const kept: string[] = [];
  let open: { name: string; line: number } | undefined;
  for (const [index, content] of text.split('\n').entries()) {
    const line = index + 1;
    const name = OPENING.exec(content)?.[1];
    if (open && name !== undefined) findings.push({ file, line: open.line, message: unclosed(open.name) });
    if (name !== undefined) {
      const render = Object.hasOwn(TABLES, name) ? TABLES[name] : undefined;
      if (!render)
        findings.push({
          file,
          line,
          message: `there is no table \`${name}\`: choose ${Object.keys(TABLES).join(', ')}`,
        });
      open = { name, line };
      kept.push(content, '', ...(render?.(registry).trimEnd().split('\n') ?? []), '');
    } else if (content === CLOSING) {
      if (!open)
        findings.push({
          file,
          line,
          message: `\`${CLOSING}\` closes nothing: remove it, or open it with \`<!-- semconv:events -->\``,
        });
      open = undefined;
      kept.push(content);
    } else if (!open) {
      kept.push(content);
    }
  }
  if (open) findings.push({ file, line: open.line, message: unclosed(open.name) });
  return { text: findings.length > 0 ? text : kept.join('\n'), findings };
}

function unclosed(name: string): string {
  return `table \`${name}\` is not closed: add \`${CLOSING}\` after it`;
}
