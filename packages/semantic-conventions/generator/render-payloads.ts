import type { AttributeUse, Registry, VendorEvent } from './registry-model.ts';
import { docComment, HEADER, quote } from './render-typescript.ts';

const ANY_TEXT = '(string & {})';

/** The vendor's own payloads as types: requirement level becomes optionality, enums stay open. */
export function renderPayloads(registry: Registry): string {
  const { events } = registry;
  return [
    HEADER,
    `${docComment(['Attributes that any payload may carry.'])}export interface CommonPayload {\n${properties(registry.eventContext)}}\n`,
    ...[...events, ...registry.optInEvents].map(
      (event) =>
        `${docComment([event.brief, ...(event.note === undefined ? [] : [event.note])])}export interface ${payloadName(event)} extends CommonPayload {\n${properties(event.attributes, event.action)}}\n`,
    ),
    `${docComment(["Each of the vendor's events, by its action."])}export interface VendorPayloads {\n${events.map((event) => `  ${event.action}: ${payloadName(event)};\n`).join('')}}\n`,
    `${docComment(['Events that are recorded only where a team asks for their group, by their action.'])}export interface OptInPayloads {\n${registry.optInEvents.map((event) => `  ${event.action}: ${payloadName(event)};\n`).join('')}}\n`,
    `${docComment(["The vendor's names of its events."])}export type VendorAction = keyof VendorPayloads;\n`,
    `${docComment(["The payload of any of the vendor's events."])}export type VendorPayload = VendorPayloads[VendorAction];\n`,
  ].join('\n');
}

function payloadName(event: VendorEvent): string {
  return `${event.action.replaceAll(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase())}Payload`;
}

function properties(uses: readonly AttributeUse[], action?: string): string {
  return uses
    .filter((use) => use.vendor !== undefined)
    .map((use) => {
      const { attribute, requirement } = use;
      const condition = requirement.condition === undefined ? [] : [requirement.condition];
      const doc = docComment([[use.brief ?? attribute.brief, ...condition].join(' ')], '  ');
      const type = use.vendor === 'action' && action !== undefined ? quote(action) : payloadType(use);
      return `${doc}  ${use.vendor}${requirement.level === 'required' ? `: ${type}` : `?: ${type} | undefined`};\n`;
    })
    .join('');
}

function payloadType({ attribute, values }: AttributeUse): string {
  switch (attribute.type) {
    case 'string':
      return values ? [...values.map((value) => quote(String(value))), ANY_TEXT].join(' | ') : 'string';
    case 'string[]':
      return 'readonly string[]';
    case 'boolean':
      return 'boolean';
    case 'int':
    case 'double':
      return values ? `${values.join(' | ')} | (number & {})` : 'number';
  }
}
