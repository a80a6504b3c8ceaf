import type { OptInEvent, Registry } from './registry-model.ts';
import { isMapped, object, ruleCall } from './render-attribute-rule.ts';
import { docComment, HEADER, quote } from './render-typescript.ts';

/** A run-time table for each group of opt-in events, so that a bundle holds only the groups that a page asks for. */
export function renderOptInMapping(registry: Registry): string {
  const groups = [...new Set(registry.optInEvents.map(({ group }) => group))];
  return [HEADER, IMPORTS, TYPE, ...groups.map((group) => renderGroup(group, registry))].join('\n');
}

const IMPORTS = `import type { EventRules } from './attribute-rule.ts';
import { rule } from './attribute-rule.ts';
`;

const TYPE = `/** An event that is recorded only where a team asks for its group. Its name = \`EVENT_NAMESPACE\` + action. */
export interface OptInEvent {
  /** Default severity of the log record: https://opentelemetry.io/docs/specs/otel/logs/data-model/#field-severitynumber */
  readonly severityNumber: number;
  /** Vendor attribute → rule. */
  readonly rules: EventRules;
  /** With one of these values of the attribute, the event ends an open turn as failed. */
  readonly failsTurn: { readonly attribute: string; readonly values: readonly string[] } | undefined;
}
`;

function renderGroup(group: string, registry: Registry): string {
  const events = registry.optInEvents.filter((event) => event.group === group);
  const actions = events.map(({ action }) => quote(action)).join(' | ');
  const doc = docComment([`Events of the group \`${group}\`, by their action.`]);
  const type = `{ readonly [A in ${actions}]: OptInEvent }`;
  return `${doc}export const ${group.toUpperCase()}_EVENTS: ${type} = ${object(events.map(entry), '')};\n`;
}

function entry({ action, attributes, severityNumber = 9, failsTurn }: OptInEvent): string {
  const rules = attributes
    .filter(isMapped)
    .map(({ vendor, attribute }) => `${vendor}: ${ruleCall(attribute)}`);
  const fails = failsTurn
    ? `{ attribute: ${quote(failsTurn.attribute)}, values: [${failsTurn.values.map((value) => quote(String(value))).join(', ')}] }`
    : 'undefined';
  const fields = [
    `severityNumber: ${severityNumber}`,
    `rules: ${object(rules, '    ')}`,
    `failsTurn: ${fails}`,
  ];
  return `${action}: ${object(fields, '  ')}`;
}
