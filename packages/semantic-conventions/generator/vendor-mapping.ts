import type { ReadReference } from './read-references.ts';
import type { Attribute, AttributeUse, AttributeValue } from './registry-model.ts';
import type { YamlEntry } from './yaml-entry.ts';

interface Choice {
  readonly vendor: string;
  readonly key: string;
  readonly values: readonly AttributeValue[];
}

/** Gives each attribute of an event the vendor's name for it there, and reports what maps nowhere or twice. */
export function mapVendorNames(
  references: readonly ReadReference[],
  vendor: YamlEntry | undefined,
  what: string,
  ambiguous: ReadonlySet<string>,
): AttributeUse[] {
  const choices = readChoices(vendor, what, references);
  const taken = new Set<string>();
  return references.map(({ use, entry }) => {
    const { attribute } = use;
    const choice = choices.find((candidate) => candidate.key === attribute.key);
    if (!choice && attribute.vendorNames.some((name) => ambiguous.has(name))) {
      const names = attribute.vendorNames.join('` or `');
      entry.report(
        `${what} does not say which vendor attribute \`${attribute.key}\` is: add \`${names}\` under annotations.vendor.attributes`,
      );
    }
    const name = choice?.vendor ?? attribute.vendorNames[0];
    if (name !== undefined && taken.has(name))
      entry.report(`${what} maps the vendor attribute \`${name}\` twice: keep one`);
    if (name !== undefined) taken.add(name);
    const narrowed = choice && choice.values.length > 0 ? choice.values : attribute.values;
    const values = narrowed ?? attribute.members?.map((member) => member.value);
    return { ...use, ...(name !== undefined && { vendor: name }), ...(values && { values }) };
  });
}

function readChoices(
  vendor: YamlEntry | undefined,
  what: string,
  references: readonly ReadReference[],
): Choice[] {
  const attributes = vendor?.entry('attributes');
  if (!attributes) return [];
  return attributes.keys().map((name) => {
    const detail = typeof attributes.value(name) === 'object' ? attributes.entry(name) : undefined;
    detail?.allowOnly(`vendor attribute \`${name}\` of ${what}`, ['attribute', 'values']);
    const key = detail
      ? detail.text('attribute', `vendor attribute \`${name}\` of ${what}`)
      : attributes.text(name, what);
    const values = detail?.values('values') ?? [];
    const reference = references.find(({ use }) => use.attribute.key === key);
    if (reference) {
      checkChoice(reference.use.attribute, name, values, (message) => attributes.report(message, name));
    } else {
      attributes.report(
        `vendor attribute \`${name}\` of ${what} maps nowhere, the event does not refer to \`${key}\`: add the ref`,
        name,
      );
    }
    return { vendor: name, key, values };
  });
}

function checkChoice(
  attribute: Attribute,
  name: string,
  values: readonly AttributeValue[],
  report: (message: string) => void,
): void {
  if (!attribute.upstream && !attribute.vendorNames.includes(name)) {
    report(
      `\`${attribute.key}\` does not have the vendor name \`${name}\`: add it in attributes.yaml, or correct it here`,
    );
  }
  for (const value of values) {
    if (attribute.members && !attribute.members.some((member) => member.value === value)) {
      report(
        `value \`${value}\` is not a member of \`${attribute.key}\`: add the member, or correct the value`,
      );
    }
  }
}
